# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'law.ui'
##
## Created by: Qt User Interface Compiler version 6.9.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QAbstractItemView, QApplication, QFrame, QGridLayout,
    QHBoxLayout, QHeaderView, QLabel, QListWidget,
    QListWidgetItem, QPlainTextEdit, QPushButton, QScrollArea,
    QSizePolicy, QSpacerItem, QStackedWidget, QTableWidget,
    QTableWidgetItem, QVBoxLayout, QWidget)

from desktop.ui.widgets.code_field import CodeField
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.elided_label import ElidedLabel
from desktop.ui.widgets.message_line import MessageLine
from desktop.ui.widgets.tags_field import TagsField
from desktop.ui.widgets.text_field import TextField

class Ui_LawForm(object):
    def setupUi(self, LawForm):
        if not LawForm.objectName():
            LawForm.setObjectName(u"LawForm")
        LawForm.setProperty(u"helpTopic", u"law")
        LawForm.setProperty(u"look", u"page")
        self.page = QVBoxLayout(LawForm)
        self.page.setSpacing(8)
        self.page.setObjectName(u"page")
        self.page.setContentsMargins(16, 8, 16, 8)
        self.head = QHBoxLayout()
        self.head.setSpacing(12)
        self.head.setObjectName(u"head")
        self.head.setContentsMargins(0, 0, 0, 0)
        self.title = QLabel(LawForm)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"look", u"title")

        self.head.addWidget(self.title)

        self.meta = ElidedLabel(LawForm)
        self.meta.setObjectName(u"meta")
        self.meta.setProperty(u"tone", u"quiet")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.meta.sizePolicy().hasHeightForWidth())
        self.meta.setSizePolicy(sizePolicy)

        self.head.addWidget(self.meta)

        self.recount = QPushButton(LawForm)
        self.recount.setObjectName(u"recount")
        self.recount.setProperty(u"helpTopic", u"recount")
        self.recount.setAutoDefault(False)
        self.recount.setProperty(u"look", u"quiet")
        self.recount.setProperty(u"iconName", u"hand-coins")

        self.head.addWidget(self.recount)

        self.label_day = QLabel(LawForm)
        self.label_day.setObjectName(u"label_day")
        self.label_day.setProperty(u"look", u"label")

        self.head.addWidget(self.label_day)

        self.day = DateField(LawForm)
        self.day.setObjectName(u"day")
        self.day.setProperty(u"helpTopic", u"law#day")

        self.head.addWidget(self.day)


        self.page.addLayout(self.head)

        self.pageScroll = QScrollArea(LawForm)
        self.pageScroll.setObjectName(u"pageScroll")
        self.pageScroll.setWidgetResizable(True)
        self.pageScroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.pageScroll.setFrameShape(QFrame.Shape.NoFrame)
        self.pageBody = QWidget()
        self.pageBody.setObjectName(u"pageBody")
        self.columns = QHBoxLayout(self.pageBody)
        self.columns.setSpacing(16)
        self.columns.setObjectName(u"columns")
        self.columns.setContentsMargins(0, 0, 0, 0)
        self.lawCard = QFrame(self.pageBody)
        self.lawCard.setObjectName(u"lawCard")
        self.lawCard.setProperty(u"look", u"card")
        self.lawBox = QVBoxLayout(self.lawCard)
        self.lawBox.setSpacing(8)
        self.lawBox.setObjectName(u"lawBox")
        self.lawBox.setContentsMargins(16, 16, 16, 16)
        self.law = QTableWidget(self.lawCard)
        self.law.setObjectName(u"law")
        self.law.setProperty(u"helpTopic", u"law#read")
        sizePolicy1 = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        sizePolicy1.setHorizontalStretch(0)
        sizePolicy1.setVerticalStretch(0)
        sizePolicy1.setHeightForWidth(self.law.sizePolicy().hasHeightForWidth())
        self.law.setSizePolicy(sizePolicy1)
        self.law.setShowGrid(False)
        self.law.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.law.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.law.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

        self.lawBox.addWidget(self.law)

        self.panel = QStackedWidget(self.lawCard)
        self.panel.setObjectName(u"panel")
        self.detailPage = QWidget()
        self.detailPage.setObjectName(u"detailPage")
        self.detailBox = QVBoxLayout(self.detailPage)
        self.detailBox.setSpacing(4)
        self.detailBox.setObjectName(u"detailBox")
        self.detailBox.setContentsMargins(0, 0, 0, 0)
        self.detailTitle = ElidedLabel(self.detailPage)
        self.detailTitle.setObjectName(u"detailTitle")
        self.detailTitle.setProperty(u"look", u"heading")

        self.detailBox.addWidget(self.detailTitle)

        self.detailSays = QLabel(self.detailPage)
        self.detailSays.setObjectName(u"detailSays")
        self.detailSays.setWordWrap(True)

        self.detailBox.addWidget(self.detailSays)

        self.detailCited = ElidedLabel(self.detailPage)
        self.detailCited.setObjectName(u"detailCited")
        self.detailCited.setProperty(u"look", u"hint")

        self.detailBox.addWidget(self.detailCited)

        self.history = QListWidget(self.detailPage)
        self.history.setObjectName(u"history")
        self.history.setProperty(u"helpTopic", u"law#history")
        sizePolicy1.setHeightForWidth(self.history.sizePolicy().hasHeightForWidth())
        self.history.setSizePolicy(sizePolicy1)
        self.history.setWordWrap(True)
        self.history.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

        self.detailBox.addWidget(self.history)

        self.detailBox.setStretch(3, 1)
        self.panel.addWidget(self.detailPage)
        self.editPage = QWidget()
        self.editPage.setObjectName(u"editPage")
        self.editPage.setProperty(u"helpTopic", u"law#propose")
        self.editBox = QVBoxLayout(self.editPage)
        self.editBox.setSpacing(4)
        self.editBox.setObjectName(u"editBox")
        self.editBox.setContentsMargins(0, 0, 0, 0)
        self.editTitle = ElidedLabel(self.editPage)
        self.editTitle.setObjectName(u"editTitle")
        self.editTitle.setProperty(u"look", u"heading")

        self.editBox.addWidget(self.editTitle)

        self.editFields = QWidget(self.editPage)
        self.editFields.setObjectName(u"editFields")
        self.editGrid = QGridLayout(self.editFields)
        self.editGrid.setObjectName(u"editGrid")
        self.editGrid.setHorizontalSpacing(12)
        self.editGrid.setVerticalSpacing(4)
        self.editGrid.setContentsMargins(0, 0, 0, 0)
        self.box_value = QVBoxLayout()
        self.box_value.setSpacing(2)
        self.box_value.setObjectName(u"box_value")
        self.box_value.setContentsMargins(0, 0, 0, 0)
        self.label_value = QLabel(self.editFields)
        self.label_value.setObjectName(u"label_value")
        self.label_value.setProperty(u"look", u"label")

        self.box_value.addWidget(self.label_value)

        self.value = TextField(self.editFields)
        self.value.setObjectName(u"value")
        self.value.setProperty(u"helpTopic", u"law#value")

        self.box_value.addWidget(self.value)


        self.editGrid.addLayout(self.box_value, 0, 0, 1, 1)

        self.box_valueDay = QVBoxLayout()
        self.box_valueDay.setSpacing(2)
        self.box_valueDay.setObjectName(u"box_valueDay")
        self.box_valueDay.setContentsMargins(0, 0, 0, 0)
        self.label_valueDay = QLabel(self.editFields)
        self.label_valueDay.setObjectName(u"label_valueDay")
        self.label_valueDay.setProperty(u"look", u"label")

        self.box_valueDay.addWidget(self.label_valueDay)

        self.valueDay = DateField(self.editFields)
        self.valueDay.setObjectName(u"valueDay")
        self.valueDay.setProperty(u"helpTopic", u"law#value")

        self.box_valueDay.addWidget(self.valueDay)


        self.editGrid.addLayout(self.box_valueDay, 0, 0, 1, 1)

        self.box_valueChoice = QVBoxLayout()
        self.box_valueChoice.setSpacing(2)
        self.box_valueChoice.setObjectName(u"box_valueChoice")
        self.box_valueChoice.setContentsMargins(0, 0, 0, 0)
        self.label_valueChoice = QLabel(self.editFields)
        self.label_valueChoice.setObjectName(u"label_valueChoice")
        self.label_valueChoice.setProperty(u"look", u"label")

        self.box_valueChoice.addWidget(self.label_valueChoice)

        self.valueChoice = CodeField(self.editFields)
        self.valueChoice.setObjectName(u"valueChoice")
        self.valueChoice.setProperty(u"helpTopic", u"law#value")

        self.box_valueChoice.addWidget(self.valueChoice)


        self.editGrid.addLayout(self.box_valueChoice, 0, 0, 1, 1)

        self.box_value_to = QVBoxLayout()
        self.box_value_to.setSpacing(2)
        self.box_value_to.setObjectName(u"box_value_to")
        self.box_value_to.setContentsMargins(0, 0, 0, 0)
        self.label_value_to = QLabel(self.editFields)
        self.label_value_to.setObjectName(u"label_value_to")
        self.label_value_to.setProperty(u"look", u"label")

        self.box_value_to.addWidget(self.label_value_to)

        self.value_to = DateField(self.editFields)
        self.value_to.setObjectName(u"value_to")
        self.value_to.setProperty(u"helpTopic", u"law#value")

        self.box_value_to.addWidget(self.value_to)


        self.editGrid.addLayout(self.box_value_to, 0, 1, 1, 1)

        self.box_document = QVBoxLayout()
        self.box_document.setSpacing(2)
        self.box_document.setObjectName(u"box_document")
        self.box_document.setContentsMargins(0, 0, 0, 0)
        self.label_document = QLabel(self.editFields)
        self.label_document.setObjectName(u"label_document")
        self.label_document.setProperty(u"look", u"label")

        self.box_document.addWidget(self.label_document)

        self.document = TextField(self.editFields)
        self.document.setObjectName(u"document")
        self.document.setProperty(u"helpTopic", u"law#document")

        self.box_document.addWidget(self.document)


        self.editGrid.addLayout(self.box_document, 0, 2, 1, 2)

        self.box_valid_from = QVBoxLayout()
        self.box_valid_from.setSpacing(2)
        self.box_valid_from.setObjectName(u"box_valid_from")
        self.box_valid_from.setContentsMargins(0, 0, 0, 0)
        self.label_valid_from = QLabel(self.editFields)
        self.label_valid_from.setObjectName(u"label_valid_from")
        self.label_valid_from.setProperty(u"look", u"label")

        self.box_valid_from.addWidget(self.label_valid_from)

        self.valid_from = DateField(self.editFields)
        self.valid_from.setObjectName(u"valid_from")
        self.valid_from.setProperty(u"helpTopic", u"law#valid-from")

        self.box_valid_from.addWidget(self.valid_from)


        self.editGrid.addLayout(self.box_valid_from, 1, 0, 1, 1)

        self.box_valid_to = QVBoxLayout()
        self.box_valid_to.setSpacing(2)
        self.box_valid_to.setObjectName(u"box_valid_to")
        self.box_valid_to.setContentsMargins(0, 0, 0, 0)
        self.label_valid_to = QLabel(self.editFields)
        self.label_valid_to.setObjectName(u"label_valid_to")
        self.label_valid_to.setProperty(u"look", u"label")

        self.box_valid_to.addWidget(self.label_valid_to)

        self.valid_to = DateField(self.editFields)
        self.valid_to.setObjectName(u"valid_to")
        self.valid_to.setProperty(u"helpTopic", u"law#valid-to")

        self.box_valid_to.addWidget(self.valid_to)


        self.editGrid.addLayout(self.box_valid_to, 1, 1, 1, 1)

        self.box_division = QVBoxLayout()
        self.box_division.setSpacing(2)
        self.box_division.setObjectName(u"box_division")
        self.box_division.setContentsMargins(0, 0, 0, 0)
        self.label_division = QLabel(self.editFields)
        self.label_division.setObjectName(u"label_division")
        self.label_division.setProperty(u"look", u"label")

        self.box_division.addWidget(self.label_division)

        self.division = CodeField(self.editFields)
        self.division.setObjectName(u"division")
        self.division.setProperty(u"helpTopic", u"law#division")

        self.box_division.addWidget(self.division)


        self.editGrid.addLayout(self.box_division, 1, 2, 1, 1)

        self.box_authority = QVBoxLayout()
        self.box_authority.setSpacing(2)
        self.box_authority.setObjectName(u"box_authority")
        self.box_authority.setContentsMargins(0, 0, 0, 0)
        self.label_authority = QLabel(self.editFields)
        self.label_authority.setObjectName(u"label_authority")
        self.label_authority.setProperty(u"look", u"label")

        self.box_authority.addWidget(self.label_authority)

        self.authority = TextField(self.editFields)
        self.authority.setObjectName(u"authority")
        self.authority.setProperty(u"helpTopic", u"law#authority")

        self.box_authority.addWidget(self.authority)


        self.editGrid.addLayout(self.box_authority, 1, 3, 1, 1)

        self.box_documentTitle = QVBoxLayout()
        self.box_documentTitle.setSpacing(2)
        self.box_documentTitle.setObjectName(u"box_documentTitle")
        self.box_documentTitle.setContentsMargins(0, 0, 0, 0)
        self.label_documentTitle = QLabel(self.editFields)
        self.label_documentTitle.setObjectName(u"label_documentTitle")
        self.label_documentTitle.setProperty(u"look", u"label")

        self.box_documentTitle.addWidget(self.label_documentTitle)

        self.documentTitle = TextField(self.editFields)
        self.documentTitle.setObjectName(u"documentTitle")
        self.documentTitle.setProperty(u"helpTopic", u"law#document")

        self.box_documentTitle.addWidget(self.documentTitle)


        self.editGrid.addLayout(self.box_documentTitle, 2, 0, 1, 2)

        self.box_delegation = QVBoxLayout()
        self.box_delegation.setSpacing(2)
        self.box_delegation.setObjectName(u"box_delegation")
        self.box_delegation.setContentsMargins(0, 0, 0, 0)
        self.label_delegation = QLabel(self.editFields)
        self.label_delegation.setObjectName(u"label_delegation")
        self.label_delegation.setProperty(u"look", u"label")

        self.box_delegation.addWidget(self.label_delegation)

        self.delegation = TextField(self.editFields)
        self.delegation.setObjectName(u"delegation")
        self.delegation.setProperty(u"helpTopic", u"law#document")

        self.box_delegation.addWidget(self.delegation)


        self.editGrid.addLayout(self.box_delegation, 2, 2, 1, 2)

        self.editGrid.setColumnStretch(0, 1)
        self.editGrid.setColumnStretch(1, 1)
        self.editGrid.setColumnStretch(2, 1)
        self.editGrid.setColumnStretch(3, 1)

        self.editBox.addWidget(self.editFields)

        self.reasonFields = QWidget(self.editPage)
        self.reasonFields.setObjectName(u"reasonFields")
        self.reasonGrid = QGridLayout(self.reasonFields)
        self.reasonGrid.setObjectName(u"reasonGrid")
        self.reasonGrid.setContentsMargins(0, 0, 0, 0)
        self.box_reason = QVBoxLayout()
        self.box_reason.setSpacing(2)
        self.box_reason.setObjectName(u"box_reason")
        self.box_reason.setContentsMargins(0, 0, 0, 0)
        self.label_reason = QLabel(self.reasonFields)
        self.label_reason.setObjectName(u"label_reason")
        self.label_reason.setProperty(u"look", u"label")

        self.box_reason.addWidget(self.label_reason)

        self.reason = TextField(self.reasonFields)
        self.reason.setObjectName(u"reason")
        self.reason.setProperty(u"helpTopic", u"law#reason")

        self.box_reason.addWidget(self.reason)


        self.reasonGrid.addLayout(self.box_reason, 0, 0, 1, 1)


        self.editBox.addWidget(self.reasonFields)

        self.editHint = ElidedLabel(self.editPage)
        self.editHint.setObjectName(u"editHint")
        self.editHint.setProperty(u"look", u"hint")

        self.editBox.addWidget(self.editHint)

        self.spacer_edit = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.editBox.addItem(self.spacer_edit)

        self.panel.addWidget(self.editPage)

        self.lawBox.addWidget(self.panel)

        self.lawBox.setStretch(0, 1)

        self.columns.addWidget(self.lawCard)

        self.benchCard = QFrame(self.pageBody)
        self.benchCard.setObjectName(u"benchCard")
        self.benchCard.setProperty(u"helpTopic", u"law#bench")
        self.benchCard.setProperty(u"look", u"card")
        self.benchBox = QVBoxLayout(self.benchCard)
        self.benchBox.setSpacing(8)
        self.benchBox.setObjectName(u"benchBox")
        self.benchBox.setContentsMargins(16, 12, 16, 12)
        self.benchHead = QHBoxLayout()
        self.benchHead.setSpacing(8)
        self.benchHead.setObjectName(u"benchHead")
        self.benchHead.setContentsMargins(0, 0, 0, 0)
        self.benchTitle = QLabel(self.benchCard)
        self.benchTitle.setObjectName(u"benchTitle")
        self.benchTitle.setProperty(u"look", u"heading")

        self.benchHead.addWidget(self.benchTitle)

        self.compared = ElidedLabel(self.benchCard)
        self.compared.setObjectName(u"compared")
        self.compared.setProperty(u"look", u"hint")
        sizePolicy.setHeightForWidth(self.compared.sizePolicy().hasHeightForWidth())
        self.compared.setSizePolicy(sizePolicy)

        self.benchHead.addWidget(self.compared)

        self.reset = QPushButton(self.benchCard)
        self.reset.setObjectName(u"reset")
        self.reset.setAutoDefault(False)
        self.reset.setProperty(u"look", u"quiet")

        self.benchHead.addWidget(self.reset)


        self.benchBox.addLayout(self.benchHead)

        self.benchGrid = QGridLayout()
        self.benchGrid.setObjectName(u"benchGrid")
        self.benchGrid.setHorizontalSpacing(12)
        self.benchGrid.setVerticalSpacing(4)
        self.benchGrid.setContentsMargins(0, 0, 0, 0)
        self.box_birth_date = QVBoxLayout()
        self.box_birth_date.setSpacing(2)
        self.box_birth_date.setObjectName(u"box_birth_date")
        self.box_birth_date.setContentsMargins(0, 0, 0, 0)
        self.label_birth_date = QLabel(self.benchCard)
        self.label_birth_date.setObjectName(u"label_birth_date")
        self.label_birth_date.setProperty(u"look", u"label")

        self.box_birth_date.addWidget(self.label_birth_date)

        self.birth_date = DateField(self.benchCard)
        self.birth_date.setObjectName(u"birth_date")

        self.box_birth_date.addWidget(self.birth_date)


        self.benchGrid.addLayout(self.box_birth_date, 0, 0, 1, 1)

        self.box_identities = QVBoxLayout()
        self.box_identities.setSpacing(2)
        self.box_identities.setObjectName(u"box_identities")
        self.box_identities.setContentsMargins(0, 0, 0, 0)
        self.label_identities = QLabel(self.benchCard)
        self.label_identities.setObjectName(u"label_identities")
        self.label_identities.setProperty(u"look", u"label")

        self.box_identities.addWidget(self.label_identities)

        self.identities = TagsField(self.benchCard)
        self.identities.setObjectName(u"identities")

        self.box_identities.addWidget(self.identities)


        self.benchGrid.addLayout(self.box_identities, 0, 1, 1, 2)

        self.box_circumstance = QVBoxLayout()
        self.box_circumstance.setSpacing(2)
        self.box_circumstance.setObjectName(u"box_circumstance")
        self.box_circumstance.setContentsMargins(0, 0, 0, 0)
        self.label_circumstance = QLabel(self.benchCard)
        self.label_circumstance.setObjectName(u"label_circumstance")
        self.label_circumstance.setProperty(u"look", u"label")

        self.box_circumstance.addWidget(self.label_circumstance)

        self.circumstance = CodeField(self.benchCard)
        self.circumstance.setObjectName(u"circumstance")

        self.box_circumstance.addWidget(self.circumstance)


        self.benchGrid.addLayout(self.box_circumstance, 1, 0, 1, 1)

        self.box_circumstance_on = QVBoxLayout()
        self.box_circumstance_on.setSpacing(2)
        self.box_circumstance_on.setObjectName(u"box_circumstance_on")
        self.box_circumstance_on.setContentsMargins(0, 0, 0, 0)
        self.label_circumstance_on = QLabel(self.benchCard)
        self.label_circumstance_on.setObjectName(u"label_circumstance_on")
        self.label_circumstance_on.setProperty(u"look", u"label")

        self.box_circumstance_on.addWidget(self.label_circumstance_on)

        self.circumstance_on = DateField(self.benchCard)
        self.circumstance_on.setObjectName(u"circumstance_on")

        self.box_circumstance_on.addWidget(self.circumstance_on)


        self.benchGrid.addLayout(self.box_circumstance_on, 1, 1, 1, 1)

        self.box_registered_on = QVBoxLayout()
        self.box_registered_on.setSpacing(2)
        self.box_registered_on.setObjectName(u"box_registered_on")
        self.box_registered_on.setContentsMargins(0, 0, 0, 0)
        self.label_registered_on = QLabel(self.benchCard)
        self.label_registered_on.setObjectName(u"label_registered_on")
        self.label_registered_on.setProperty(u"look", u"label")

        self.box_registered_on.addWidget(self.label_registered_on)

        self.registered_on = DateField(self.benchCard)
        self.registered_on.setObjectName(u"registered_on")

        self.box_registered_on.addWidget(self.registered_on)


        self.benchGrid.addLayout(self.box_registered_on, 2, 0, 1, 1)

        self.box_paid_on = QVBoxLayout()
        self.box_paid_on.setSpacing(2)
        self.box_paid_on.setObjectName(u"box_paid_on")
        self.box_paid_on.setContentsMargins(0, 0, 0, 0)
        self.label_paid_on = QLabel(self.benchCard)
        self.label_paid_on.setObjectName(u"label_paid_on")
        self.label_paid_on.setProperty(u"look", u"label")

        self.box_paid_on.addWidget(self.label_paid_on)

        self.paid_on = DateField(self.benchCard)
        self.paid_on.setObjectName(u"paid_on")

        self.box_paid_on.addWidget(self.paid_on)


        self.benchGrid.addLayout(self.box_paid_on, 2, 1, 1, 1)

        self.box_tier = QVBoxLayout()
        self.box_tier.setSpacing(2)
        self.box_tier.setObjectName(u"box_tier")
        self.box_tier.setContentsMargins(0, 0, 0, 0)
        self.label_tier = QLabel(self.benchCard)
        self.label_tier.setObjectName(u"label_tier")
        self.label_tier.setProperty(u"look", u"label")

        self.box_tier.addWidget(self.label_tier)

        self.tier = CodeField(self.benchCard)
        self.tier.setObjectName(u"tier")

        self.box_tier.addWidget(self.tier)


        self.benchGrid.addLayout(self.box_tier, 1, 2, 1, 1)

        self.box_student = QVBoxLayout()
        self.box_student.setSpacing(2)
        self.box_student.setObjectName(u"box_student")
        self.box_student.setContentsMargins(0, 0, 0, 0)
        self.label_student = QLabel(self.benchCard)
        self.label_student.setObjectName(u"label_student")
        self.label_student.setProperty(u"look", u"label")

        self.box_student.addWidget(self.label_student)

        self.student = CodeField(self.benchCard)
        self.student.setObjectName(u"student")

        self.box_student.addWidget(self.student)


        self.benchGrid.addLayout(self.box_student, 2, 2, 1, 1)

        self.box_residence_permit = QVBoxLayout()
        self.box_residence_permit.setSpacing(2)
        self.box_residence_permit.setObjectName(u"box_residence_permit")
        self.box_residence_permit.setContentsMargins(0, 0, 0, 0)
        self.label_residence_permit = QLabel(self.benchCard)
        self.label_residence_permit.setObjectName(u"label_residence_permit")
        self.label_residence_permit.setProperty(u"look", u"label")

        self.box_residence_permit.addWidget(self.label_residence_permit)

        self.residence_permit = CodeField(self.benchCard)
        self.residence_permit.setObjectName(u"residence_permit")

        self.box_residence_permit.addWidget(self.residence_permit)


        self.benchGrid.addLayout(self.box_residence_permit, 3, 0, 1, 1)

        self.box_local_hukou = QVBoxLayout()
        self.box_local_hukou.setSpacing(2)
        self.box_local_hukou.setObjectName(u"box_local_hukou")
        self.box_local_hukou.setContentsMargins(0, 0, 0, 0)
        self.label_local_hukou = QLabel(self.benchCard)
        self.label_local_hukou.setObjectName(u"label_local_hukou")
        self.label_local_hukou.setProperty(u"look", u"label")

        self.box_local_hukou.addWidget(self.label_local_hukou)

        self.local_hukou = CodeField(self.benchCard)
        self.local_hukou.setObjectName(u"local_hukou")

        self.box_local_hukou.addWidget(self.local_hukou)


        self.benchGrid.addLayout(self.box_local_hukou, 3, 1, 1, 1)

        self.box_other_cover = QVBoxLayout()
        self.box_other_cover.setSpacing(2)
        self.box_other_cover.setObjectName(u"box_other_cover")
        self.box_other_cover.setContentsMargins(0, 0, 0, 0)
        self.label_other_cover = QLabel(self.benchCard)
        self.label_other_cover.setObjectName(u"label_other_cover")
        self.label_other_cover.setProperty(u"look", u"label")

        self.box_other_cover.addWidget(self.label_other_cover)

        self.other_cover = CodeField(self.benchCard)
        self.other_cover.setObjectName(u"other_cover")

        self.box_other_cover.addWidget(self.other_cover)


        self.benchGrid.addLayout(self.box_other_cover, 3, 2, 1, 1)

        self.benchGrid.setColumnStretch(0, 1)
        self.benchGrid.setColumnStretch(1, 1)
        self.benchGrid.setColumnStretch(2, 1)

        self.benchBox.addLayout(self.benchGrid)

        self.benchLine = QFrame(self.benchCard)
        self.benchLine.setObjectName(u"benchLine")
        self.benchLine.setProperty(u"look", u"line")

        self.benchBox.addWidget(self.benchLine)

        self.results = QVBoxLayout()
        self.results.setSpacing(2)
        self.results.setObjectName(u"results")
        self.results.setContentsMargins(0, 0, 0, 0)

        self.benchBox.addLayout(self.results)

        self.why = QPlainTextEdit(self.benchCard)
        self.why.setObjectName(u"why")
        sizePolicy1.setHeightForWidth(self.why.sizePolicy().hasHeightForWidth())
        self.why.setSizePolicy(sizePolicy1)
        self.why.setReadOnly(True)
        self.why.setTabChangesFocus(True)

        self.benchBox.addWidget(self.why)

        self.benchBox.setStretch(4, 1)

        self.columns.addWidget(self.benchCard)

        self.columns.setStretch(0, 1)
        self.pageScroll.setWidget(self.pageBody)

        self.page.addWidget(self.pageScroll)

        self.message = MessageLine(LawForm)
        self.message.setObjectName(u"message")

        self.page.addWidget(self.message)

        self.actions = QHBoxLayout()
        self.actions.setSpacing(8)
        self.actions.setObjectName(u"actions")
        self.actions.setContentsMargins(0, 0, 0, 0)
        self.keys = ElidedLabel(LawForm)
        self.keys.setObjectName(u"keys")
        self.keys.setProperty(u"look", u"hint")
        sizePolicy.setHeightForWidth(self.keys.sizePolicy().hasHeightForWidth())
        self.keys.setSizePolicy(sizePolicy)

        self.actions.addWidget(self.keys)

        self.cancel = QPushButton(LawForm)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setProperty(u"helpTopic", u"law#propose")
        self.cancel.setAutoDefault(False)

        self.actions.addWidget(self.cancel)

        self.reject = QPushButton(LawForm)
        self.reject.setObjectName(u"reject")
        self.reject.setProperty(u"helpTopic", u"law#approve")
        self.reject.setAutoDefault(False)

        self.actions.addWidget(self.reject)

        self.propose = QPushButton(LawForm)
        self.propose.setObjectName(u"propose")
        self.propose.setProperty(u"helpTopic", u"law#propose")
        self.propose.setAutoDefault(False)
        self.propose.setProperty(u"look", u"primary")
        self.propose.setProperty(u"iconName", u"plus")

        self.actions.addWidget(self.propose)

        self.approve = QPushButton(LawForm)
        self.approve.setObjectName(u"approve")
        self.approve.setProperty(u"helpTopic", u"law#approve")
        self.approve.setAutoDefault(False)
        self.approve.setProperty(u"look", u"primary")
        self.approve.setProperty(u"iconName", u"check")

        self.actions.addWidget(self.approve)

        self.submit = QPushButton(LawForm)
        self.submit.setObjectName(u"submit")
        self.submit.setProperty(u"helpTopic", u"law#propose")
        self.submit.setAutoDefault(False)
        self.submit.setProperty(u"look", u"primary")
        self.submit.setProperty(u"iconName", u"save")

        self.actions.addWidget(self.submit)


        self.page.addLayout(self.actions)

        self.page.setStretch(1, 1)
#if QT_CONFIG(shortcut)
        self.label_day.setBuddy(self.day)
        self.label_value.setBuddy(self.value)
        self.label_valueDay.setBuddy(self.valueDay)
        self.label_valueChoice.setBuddy(self.valueChoice)
        self.label_value_to.setBuddy(self.value_to)
        self.label_document.setBuddy(self.document)
        self.label_valid_from.setBuddy(self.valid_from)
        self.label_valid_to.setBuddy(self.valid_to)
        self.label_division.setBuddy(self.division)
        self.label_authority.setBuddy(self.authority)
        self.label_documentTitle.setBuddy(self.documentTitle)
        self.label_delegation.setBuddy(self.delegation)
        self.label_reason.setBuddy(self.reason)
        self.label_birth_date.setBuddy(self.birth_date)
        self.label_identities.setBuddy(self.identities)
        self.label_circumstance.setBuddy(self.circumstance)
        self.label_circumstance_on.setBuddy(self.circumstance_on)
        self.label_registered_on.setBuddy(self.registered_on)
        self.label_paid_on.setBuddy(self.paid_on)
        self.label_tier.setBuddy(self.tier)
        self.label_student.setBuddy(self.student)
        self.label_residence_permit.setBuddy(self.residence_permit)
        self.label_local_hukou.setBuddy(self.local_hukou)
        self.label_other_cover.setBuddy(self.other_cover)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(LawForm)
    # setupUi

    def retranslateUi(self, LawForm):
        self.title.setText(QCoreApplication.translate("LawForm", u"\u653f\u7b56\u4e0e\u672c\u5730\u53c2\u6570", None))
        self.recount.setText(QCoreApplication.translate("LawForm", u"\u591a\u9000\u5c11\u8865\u4e0e\u8d22\u653f\u8865\u52a9 F7", None))
        self.label_day.setText(QCoreApplication.translate("LawForm", u"\u67e5\u770b\u65e5\u671f", None))
#if QT_CONFIG(accessibility)
        self.day.setAccessibleName(QCoreApplication.translate("LawForm", u"\u67e5\u770b\u65e5\u671f", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.law.setAccessibleName(QCoreApplication.translate("LawForm", u"\u73b0\u884c\u653f\u7b56", None))
#endif // QT_CONFIG(accessibility)
        self.detailSays.setText("")
#if QT_CONFIG(accessibility)
        self.history.setAccessibleName(QCoreApplication.translate("LawForm", u"\u7ecf\u8fc7", None))
#endif // QT_CONFIG(accessibility)
        self.label_value.setText(QCoreApplication.translate("LawForm", u"\u503c", None))
#if QT_CONFIG(accessibility)
        self.value.setAccessibleName(QCoreApplication.translate("LawForm", u"\u503c", None))
#endif // QT_CONFIG(accessibility)
        self.label_valueDay.setText(QCoreApplication.translate("LawForm", u"\u9996\u65e5", None))
#if QT_CONFIG(accessibility)
        self.valueDay.setAccessibleName(QCoreApplication.translate("LawForm", u"\u9996\u65e5", None))
#endif // QT_CONFIG(accessibility)
        self.label_valueChoice.setText(QCoreApplication.translate("LawForm", u"\u503c\uff08\u9009\u62e9\uff09", None))
#if QT_CONFIG(accessibility)
        self.valueChoice.setAccessibleName(QCoreApplication.translate("LawForm", u"\u503c\uff08\u9009\u62e9\uff09", None))
#endif // QT_CONFIG(accessibility)
        self.label_value_to.setText(QCoreApplication.translate("LawForm", u"\u672b\u65e5", None))
#if QT_CONFIG(accessibility)
        self.value_to.setAccessibleName(QCoreApplication.translate("LawForm", u"\u672b\u65e5", None))
#endif // QT_CONFIG(accessibility)
        self.label_document.setText(QCoreApplication.translate("LawForm", u"\u6587\u53f7\uff08\u5fc5\u586b\uff09", None))
#if QT_CONFIG(accessibility)
        self.document.setAccessibleName(QCoreApplication.translate("LawForm", u"\u6587\u53f7\uff08\u5fc5\u586b\uff09", None))
#endif // QT_CONFIG(accessibility)
        self.label_valid_from.setText(QCoreApplication.translate("LawForm", u"\u6267\u884c\u81ea", None))
#if QT_CONFIG(accessibility)
        self.valid_from.setAccessibleName(QCoreApplication.translate("LawForm", u"\u6267\u884c\u81ea", None))
#endif // QT_CONFIG(accessibility)
        self.label_valid_to.setText(QCoreApplication.translate("LawForm", u"\u6267\u884c\u81f3\uff08\u53ef\u7a7a\uff09", None))
#if QT_CONFIG(accessibility)
        self.valid_to.setAccessibleName(QCoreApplication.translate("LawForm", u"\u6267\u884c\u81f3\uff08\u53ef\u7a7a\uff09", None))
#endif // QT_CONFIG(accessibility)
        self.label_division.setText(QCoreApplication.translate("LawForm", u"\u9002\u7528\u5730\u533a", None))
#if QT_CONFIG(accessibility)
        self.division.setAccessibleName(QCoreApplication.translate("LawForm", u"\u9002\u7528\u5730\u533a", None))
#endif // QT_CONFIG(accessibility)
        self.label_authority.setText(QCoreApplication.translate("LawForm", u"\u786e\u5b9a\u673a\u5173", None))
#if QT_CONFIG(accessibility)
        self.authority.setAccessibleName(QCoreApplication.translate("LawForm", u"\u786e\u5b9a\u673a\u5173", None))
#endif // QT_CONFIG(accessibility)
        self.label_documentTitle.setText(QCoreApplication.translate("LawForm", u"\u6587\u4ef6\u6807\u9898\uff08\u53ef\u7a7a\uff09", None))
#if QT_CONFIG(accessibility)
        self.documentTitle.setAccessibleName(QCoreApplication.translate("LawForm", u"\u6587\u4ef6\u6807\u9898\uff08\u53ef\u7a7a\uff09", None))
#endif // QT_CONFIG(accessibility)
        self.label_delegation.setText(QCoreApplication.translate("LawForm", u"\u6388\u6743\u6587\u4ef6\u6587\u53f7\uff08\u7531\u4ed6\u7ea7\u8bbe\u5b9a\u65f6\uff09", None))
#if QT_CONFIG(accessibility)
        self.delegation.setAccessibleName(QCoreApplication.translate("LawForm", u"\u6388\u6743\u6587\u4ef6\u6587\u53f7\uff08\u7531\u4ed6\u7ea7\u8bbe\u5b9a\u65f6\uff09", None))
#endif // QT_CONFIG(accessibility)
        self.label_reason.setText(QCoreApplication.translate("LawForm", u"\u539f\u56e0\uff08\u5fc5\u586b\uff09", None))
#if QT_CONFIG(accessibility)
        self.reason.setAccessibleName(QCoreApplication.translate("LawForm", u"\u539f\u56e0\uff08\u5fc5\u586b\uff09", None))
#endif // QT_CONFIG(accessibility)
        self.benchTitle.setText(QCoreApplication.translate("LawForm", u"\u8bd5\u7b97", None))
        self.reset.setText(QCoreApplication.translate("LawForm", u"\u6e05\u7a7a", None))
        self.label_birth_date.setText(QCoreApplication.translate("LawForm", u"\u51fa\u751f\u65e5\u671f", None))
#if QT_CONFIG(accessibility)
        self.birth_date.setAccessibleName(QCoreApplication.translate("LawForm", u"\u51fa\u751f\u65e5\u671f", None))
#endif // QT_CONFIG(accessibility)
        self.label_identities.setText(QCoreApplication.translate("LawForm", u"\u8eab\u4efd", None))
#if QT_CONFIG(accessibility)
        self.identities.setAccessibleName(QCoreApplication.translate("LawForm", u"\u8eab\u4efd", None))
#endif // QT_CONFIG(accessibility)
        self.label_circumstance.setText(QCoreApplication.translate("LawForm", u"\u7279\u6b8a\u60c5\u5f62", None))
#if QT_CONFIG(accessibility)
        self.circumstance.setAccessibleName(QCoreApplication.translate("LawForm", u"\u7279\u6b8a\u60c5\u5f62", None))
#endif // QT_CONFIG(accessibility)
        self.label_circumstance_on.setText(QCoreApplication.translate("LawForm", u"\u60c5\u5f62\u65e5\u671f", None))
#if QT_CONFIG(accessibility)
        self.circumstance_on.setAccessibleName(QCoreApplication.translate("LawForm", u"\u60c5\u5f62\u65e5\u671f", None))
#endif // QT_CONFIG(accessibility)
        self.label_registered_on.setText(QCoreApplication.translate("LawForm", u"\u767b\u8bb0\u65e5", None))
#if QT_CONFIG(accessibility)
        self.registered_on.setAccessibleName(QCoreApplication.translate("LawForm", u"\u767b\u8bb0\u65e5", None))
#endif // QT_CONFIG(accessibility)
        self.label_paid_on.setText(QCoreApplication.translate("LawForm", u"\u7f34\u8d39\u65e5", None))
#if QT_CONFIG(accessibility)
        self.paid_on.setAccessibleName(QCoreApplication.translate("LawForm", u"\u7f34\u8d39\u65e5", None))
#endif // QT_CONFIG(accessibility)
        self.label_tier.setText(QCoreApplication.translate("LawForm", u"\u7f34\u8d39\u6863\u6b21", None))
#if QT_CONFIG(accessibility)
        self.tier.setAccessibleName(QCoreApplication.translate("LawForm", u"\u7f34\u8d39\u6863\u6b21", None))
#endif // QT_CONFIG(accessibility)
        self.label_student.setText(QCoreApplication.translate("LawForm", u"\u5927\u5b66\u751f", None))
#if QT_CONFIG(accessibility)
        self.student.setAccessibleName(QCoreApplication.translate("LawForm", u"\u5927\u5b66\u751f", None))
#endif // QT_CONFIG(accessibility)
        self.label_residence_permit.setText(QCoreApplication.translate("LawForm", u"\u5c45\u4f4f\u8bc1", None))
#if QT_CONFIG(accessibility)
        self.residence_permit.setAccessibleName(QCoreApplication.translate("LawForm", u"\u5c45\u4f4f\u8bc1", None))
#endif // QT_CONFIG(accessibility)
        self.label_local_hukou.setText(QCoreApplication.translate("LawForm", u"\u672c\u5730\u6237\u7c4d", None))
#if QT_CONFIG(accessibility)
        self.local_hukou.setAccessibleName(QCoreApplication.translate("LawForm", u"\u672c\u5730\u6237\u7c4d", None))
#endif // QT_CONFIG(accessibility)
        self.label_other_cover.setText(QCoreApplication.translate("LawForm", u"\u5176\u4ed6\u533b\u4fdd", None))
#if QT_CONFIG(accessibility)
        self.other_cover.setAccessibleName(QCoreApplication.translate("LawForm", u"\u5176\u4ed6\u533b\u4fdd", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.why.setAccessibleName(QCoreApplication.translate("LawForm", u"\u8ba1\u7b97\u4f9d\u636e", None))
#endif // QT_CONFIG(accessibility)
        self.keys.setText(QCoreApplication.translate("LawForm", u"\u2191\u2193 \u9009\u62e9 \u00b7 Enter \u770b\u7ecf\u8fc7 \u00b7 F6 \u6362\u5230\u8bd5\u7b97", None))
        self.cancel.setText(QCoreApplication.translate("LawForm", u"\u53d6\u6d88 Esc", None))
        self.reject.setText(QCoreApplication.translate("LawForm", u"\u9000\u56de", None))
        self.propose.setText(QCoreApplication.translate("LawForm", u"\u63d0\u51fa\u672c\u5730\u53c2\u6570 F4", None))
        self.approve.setText(QCoreApplication.translate("LawForm", u"\u6279\u51c6 F9", None))
        self.submit.setText(QCoreApplication.translate("LawForm", u"\u63d0\u4ea4 F9", None))
        pass
    # retranslateUi
