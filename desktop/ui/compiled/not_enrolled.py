# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'not_enrolled.ui'
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
from PySide6.QtWidgets import (QApplication, QFrame, QGridLayout, QHBoxLayout,
    QHeaderView, QLabel, QPushButton, QSizePolicy,
    QSpacerItem, QStackedWidget, QVBoxLayout, QWidget)

from desktop.ui.not_enrolled.question import QuestionCard
from desktop.ui.not_enrolled.table import MissingTable
from desktop.ui.not_enrolled.timeline import Timeline
from desktop.ui.registers.sheet import RegisterSheet
from desktop.ui.widgets.code_field import CodeField
from desktop.ui.widgets.division_field import DivisionField
from desktop.ui.widgets.elided_label import ElidedLabel
from desktop.ui.widgets.message_line import MessageLine
from desktop.ui.widgets.tab_button import TabButton

class Ui_NotEnrolledForm(object):
    def setupUi(self, NotEnrolledForm):
        if not NotEnrolledForm.objectName():
            NotEnrolledForm.setObjectName(u"NotEnrolledForm")
        NotEnrolledForm.setProperty(u"helpTopic", u"not-enrolled")
        NotEnrolledForm.setProperty(u"look", u"page")
        self.page = QVBoxLayout(NotEnrolledForm)
        self.page.setSpacing(0)
        self.page.setObjectName(u"page")
        self.page.setContentsMargins(0, 0, 0, 0)
        self.stack = QStackedWidget(NotEnrolledForm)
        self.stack.setObjectName(u"stack")
        self.listPage = QWidget()
        self.listPage.setObjectName(u"listPage")
        self.pageBox = QVBoxLayout(self.listPage)
        self.pageBox.setSpacing(8)
        self.pageBox.setObjectName(u"pageBox")
        self.pageBox.setContentsMargins(16, 8, 16, 8)
        self.head = QHBoxLayout()
        self.head.setSpacing(16)
        self.head.setObjectName(u"head")
        self.head.setContentsMargins(0, 0, 0, 0)
        self.title = QLabel(self.listPage)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"look", u"title")

        self.head.addWidget(self.title)

        self.filterAll = TabButton(self.listPage)
        self.filterAll.setObjectName(u"filterAll")
        self.filterAll.setProperty(u"helpTopic", u"not-enrolled#list")
        self.filterAll.setCheckable(True)
        self.filterAll.setAutoExclusive(True)
        self.filterAll.setAutoDefault(False)
        self.filterAll.setProperty(u"look", u"tab")

        self.head.addWidget(self.filterAll)

        self.filterWithout = TabButton(self.listPage)
        self.filterWithout.setObjectName(u"filterWithout")
        self.filterWithout.setProperty(u"helpTopic", u"not-enrolled#reason")
        self.filterWithout.setCheckable(True)
        self.filterWithout.setAutoExclusive(True)
        self.filterWithout.setAutoDefault(False)
        self.filterWithout.setProperty(u"look", u"tab")

        self.head.addWidget(self.filterWithout)

        self.filterDue = TabButton(self.listPage)
        self.filterDue.setObjectName(u"filterDue")
        self.filterDue.setProperty(u"helpTopic", u"not-enrolled#reminder")
        self.filterDue.setCheckable(True)
        self.filterDue.setAutoExclusive(True)
        self.filterDue.setAutoDefault(False)
        self.filterDue.setProperty(u"look", u"tab")

        self.head.addWidget(self.filterDue)

        self.filterLast = TabButton(self.listPage)
        self.filterLast.setObjectName(u"filterLast")
        self.filterLast.setProperty(u"helpTopic", u"not-enrolled#list")
        self.filterLast.setCheckable(True)
        self.filterLast.setAutoExclusive(True)
        self.filterLast.setAutoDefault(False)
        self.filterLast.setProperty(u"look", u"tab")

        self.head.addWidget(self.filterLast)

        self.spacer_1 = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.head.addItem(self.spacer_1)

        self.export_ = QPushButton(self.listPage)
        self.export_.setObjectName(u"export_")
        self.export_.setProperty(u"helpTopic", u"not-enrolled#list")
        self.export_.setAutoDefault(False)
        self.export_.setProperty(u"iconName", u"save")

        self.head.addWidget(self.export_)

        self.print = QPushButton(self.listPage)
        self.print.setObjectName(u"print")
        self.print.setProperty(u"helpTopic", u"not-enrolled#list")
        self.print.setAutoDefault(False)
        self.print.setProperty(u"iconName", u"printer")

        self.head.addWidget(self.print)


        self.pageBox.addLayout(self.head)

        self.columns = QHBoxLayout()
        self.columns.setSpacing(12)
        self.columns.setObjectName(u"columns")
        self.columns.setContentsMargins(0, 0, 0, 0)
        self.listCard = QFrame(self.listPage)
        self.listCard.setObjectName(u"listCard")
        self.listCard.setProperty(u"look", u"card")
        self.listBox = QVBoxLayout(self.listCard)
        self.listBox.setSpacing(8)
        self.listBox.setObjectName(u"listBox")
        self.listBox.setContentsMargins(16, 12, 16, 16)
        self.filters = QHBoxLayout()
        self.filters.setSpacing(8)
        self.filters.setObjectName(u"filters")
        self.filters.setContentsMargins(0, 0, 0, 0)
        self.divisionLabel = QLabel(self.listCard)
        self.divisionLabel.setObjectName(u"divisionLabel")
        self.divisionLabel.setProperty(u"look", u"label")

        self.filters.addWidget(self.divisionLabel)

        self.division = DivisionField(self.listCard)
        self.division.setObjectName(u"division")
        self.division.setProperty(u"helpTopic", u"not-enrolled#list")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.division.sizePolicy().hasHeightForWidth())
        self.division.setSizePolicy(sizePolicy)

        self.filters.addWidget(self.division)

        self.reasonLabel = QLabel(self.listCard)
        self.reasonLabel.setObjectName(u"reasonLabel")
        self.reasonLabel.setProperty(u"look", u"label")

        self.filters.addWidget(self.reasonLabel)

        self.reason = CodeField(self.listCard)
        self.reason.setObjectName(u"reason")
        self.reason.setProperty(u"helpTopic", u"not-enrolled#reason")
        sizePolicy.setHeightForWidth(self.reason.sizePolicy().hasHeightForWidth())
        self.reason.setSizePolicy(sizePolicy)

        self.filters.addWidget(self.reason)

        self.filters.setStretch(1, 3)
        self.filters.setStretch(3, 2)

        self.listBox.addLayout(self.filters)

        self.people = MissingTable(self.listCard)
        self.people.setObjectName(u"people")
        self.people.setProperty(u"helpTopic", u"not-enrolled#list")
        sizePolicy1 = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy1.setHorizontalStretch(0)
        sizePolicy1.setVerticalStretch(0)
        sizePolicy1.setHeightForWidth(self.people.sizePolicy().hasHeightForWidth())
        self.people.setSizePolicy(sizePolicy1)

        self.listBox.addWidget(self.people)

        self.empty = QLabel(self.listCard)
        self.empty.setObjectName(u"empty")
        self.empty.setText(u"")
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        sizePolicy1.setHeightForWidth(self.empty.sizePolicy().hasHeightForWidth())
        self.empty.setSizePolicy(sizePolicy1)
        self.empty.setProperty(u"look", u"label")

        self.listBox.addWidget(self.empty)


        self.columns.addWidget(self.listCard)

        self.personCard = QFrame(self.listPage)
        self.personCard.setObjectName(u"personCard")
        self.personCard.setProperty(u"look", u"card")
        self.personBox = QVBoxLayout(self.personCard)
        self.personBox.setSpacing(4)
        self.personBox.setObjectName(u"personBox")
        self.personBox.setContentsMargins(16, 12, 16, 8)
        self.name = ElidedLabel(self.personCard)
        self.name.setObjectName(u"name")
        sizePolicy2 = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        sizePolicy2.setHorizontalStretch(0)
        sizePolicy2.setVerticalStretch(0)
        sizePolicy2.setHeightForWidth(self.name.sizePolicy().hasHeightForWidth())
        self.name.setSizePolicy(sizePolicy2)
        self.name.setProperty(u"look", u"title")

        self.personBox.addWidget(self.name)

        self.numbers = QHBoxLayout()
        self.numbers.setSpacing(12)
        self.numbers.setObjectName(u"numbers")
        self.numbers.setContentsMargins(0, 0, 0, 0)
        self.who = ElidedLabel(self.personCard)
        self.who.setObjectName(u"who")
        sizePolicy2.setHeightForWidth(self.who.sizePolicy().hasHeightForWidth())
        self.who.setSizePolicy(sizePolicy2)
        self.who.setProperty(u"look", u"hint")

        self.numbers.addWidget(self.who)

        self.phone = ElidedLabel(self.personCard)
        self.phone.setObjectName(u"phone")
        sizePolicy3 = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        sizePolicy3.setHorizontalStretch(0)
        sizePolicy3.setVerticalStretch(0)
        sizePolicy3.setHeightForWidth(self.phone.sizePolicy().hasHeightForWidth())
        self.phone.setSizePolicy(sizePolicy3)
        self.phone.setProperty(u"look", u"strong")

        self.numbers.addWidget(self.phone)


        self.personBox.addLayout(self.numbers)

        self.place = ElidedLabel(self.personCard)
        self.place.setObjectName(u"place")
        sizePolicy2.setHeightForWidth(self.place.sizePolicy().hasHeightForWidth())
        self.place.setSizePolicy(sizePolicy2)
        self.place.setProperty(u"look", u"label")

        self.personBox.addWidget(self.place)

        self.document = ElidedLabel(self.personCard)
        self.document.setObjectName(u"document")
        sizePolicy2.setHeightForWidth(self.document.sizePolicy().hasHeightForWidth())
        self.document.setSizePolicy(sizePolicy2)

        self.personBox.addWidget(self.document)

        self.reasonRow = QHBoxLayout()
        self.reasonRow.setSpacing(8)
        self.reasonRow.setObjectName(u"reasonRow")
        self.reasonRow.setContentsMargins(0, 0, 0, 0)
        self.nowReason = QLabel(self.personCard)
        self.nowReason.setObjectName(u"nowReason")
        self.nowReason.setText(u"")
        self.nowReason.setProperty(u"look", u"strong")

        self.reasonRow.addWidget(self.nowReason)

        self.noted = ElidedLabel(self.personCard)
        self.noted.setObjectName(u"noted")
        sizePolicy2.setHeightForWidth(self.noted.sizePolicy().hasHeightForWidth())
        self.noted.setSizePolicy(sizePolicy2)
        self.noted.setProperty(u"look", u"hint")

        self.reasonRow.addWidget(self.noted)


        self.personBox.addLayout(self.reasonRow)

        self.attemptsTitle = QLabel(self.personCard)
        self.attemptsTitle.setObjectName(u"attemptsTitle")
        self.attemptsTitle.setProperty(u"look", u"heading")

        self.personBox.addWidget(self.attemptsTitle)

        self.attempts = Timeline(self.personCard)
        self.attempts.setObjectName(u"attempts")
        self.attempts.setProperty(u"helpTopic", u"not-enrolled#follow-up")
        sizePolicy1.setHeightForWidth(self.attempts.sizePolicy().hasHeightForWidth())
        self.attempts.setSizePolicy(sizePolicy1)

        self.personBox.addWidget(self.attempts)

        self.question = QuestionCard(self.personCard)
        self.question.setObjectName(u"question")
        self.question.setProperty(u"helpTopic", u"not-enrolled#follow-up")
        sizePolicy.setHeightForWidth(self.question.sizePolicy().hasHeightForWidth())
        self.question.setSizePolicy(sizePolicy)

        self.personBox.addWidget(self.question)


        self.columns.addWidget(self.personCard)

        self.columns.setStretch(0, 13)
        self.columns.setStretch(1, 7)

        self.pageBox.addLayout(self.columns)

        self.message = MessageLine(self.listPage)
        self.message.setObjectName(u"message")

        self.pageBox.addWidget(self.message)

        self.actionBar = QWidget(self.listPage)
        self.actionBar.setObjectName(u"actionBar")
        self.actions = QGridLayout(self.actionBar)
        self.actions.setObjectName(u"actions")
        self.actions.setHorizontalSpacing(8)
        self.actions.setVerticalSpacing(8)
        self.actions.setContentsMargins(0, 0, 0, 0)
        self.call = QPushButton(self.actionBar)
        self.call.setObjectName(u"call")
        self.call.setProperty(u"helpTopic", u"not-enrolled#follow-up")
        self.call.setAutoDefault(False)

        self.actions.addWidget(self.call, 0, 0, 1, 1)

        self.visit = QPushButton(self.actionBar)
        self.visit.setObjectName(u"visit")
        self.visit.setProperty(u"helpTopic", u"not-enrolled#follow-up")
        self.visit.setAutoDefault(False)

        self.actions.addWidget(self.visit, 0, 1, 1, 1)

        self.message_ = QPushButton(self.actionBar)
        self.message_.setObjectName(u"message_")
        self.message_.setProperty(u"helpTopic", u"not-enrolled#follow-up")
        self.message_.setAutoDefault(False)

        self.actions.addWidget(self.message_, 0, 2, 1, 1)

        self.refusal = QPushButton(self.actionBar)
        self.refusal.setObjectName(u"refusal")
        self.refusal.setProperty(u"helpTopic", u"not-enrolled#follow-up")
        self.refusal.setAutoDefault(False)

        self.actions.addWidget(self.refusal, 0, 3, 1, 1)

        self.setReason = QPushButton(self.actionBar)
        self.setReason.setObjectName(u"setReason")
        self.setReason.setProperty(u"helpTopic", u"not-enrolled#reason")
        self.setReason.setAutoDefault(False)

        self.actions.addWidget(self.setReason, 0, 4, 1, 1)

        self.next = QPushButton(self.actionBar)
        self.next.setObjectName(u"next")
        self.next.setProperty(u"helpTopic", u"not-enrolled#reminder")
        self.next.setAutoDefault(False)

        self.actions.addWidget(self.next, 0, 5, 1, 1)

        self.open = QPushButton(self.actionBar)
        self.open.setObjectName(u"open")
        self.open.setProperty(u"helpTopic", u"not-enrolled#enrol")
        self.open.setAutoDefault(False)
        self.open.setProperty(u"look", u"primary")

        self.actions.addWidget(self.open, 0, 6, 1, 1)


        self.pageBox.addWidget(self.actionBar)

        self.pageBox.setStretch(1, 1)
        self.stack.addWidget(self.listPage)
        self.sheet = RegisterSheet()
        self.sheet.setObjectName(u"sheet")
        self.stack.addWidget(self.sheet)

        self.page.addWidget(self.stack)


        self.retranslateUi(NotEnrolledForm)
    # setupUi

    def retranslateUi(self, NotEnrolledForm):
        self.title.setText(QCoreApplication.translate("NotEnrolledForm", u"\u672a\u53c2\u4fdd\u53f0\u8d26", None))
        self.filterAll.setText(QCoreApplication.translate("NotEnrolledForm", u"\u5168\u90e8", None))
        self.filterWithout.setText(QCoreApplication.translate("NotEnrolledForm", u"\u672a\u6ce8\u660e\u539f\u56e0", None))
        self.filterDue.setText(QCoreApplication.translate("NotEnrolledForm", u"\u5230\u671f\u63d0\u9192", None))
        self.filterLast.setText(QCoreApplication.translate("NotEnrolledForm", u"\u53bb\u5e74\u5df2\u53c2\u4fdd", None))
        self.export_.setText(QCoreApplication.translate("NotEnrolledForm", u"\u5bfc\u51fa", None))
        self.print.setText(QCoreApplication.translate("NotEnrolledForm", u"\u6253\u5370", None))
        self.divisionLabel.setText(QCoreApplication.translate("NotEnrolledForm", u"\u6751\uff08\u793e\u533a\uff09", None))
#if QT_CONFIG(accessibility)
        self.division.setAccessibleName(QCoreApplication.translate("NotEnrolledForm", u"\u6751\uff08\u793e\u533a\uff09", None))
#endif // QT_CONFIG(accessibility)
        self.division.setPlaceholderText(QCoreApplication.translate("NotEnrolledForm", u"\u5168\u90e8", None))
        self.reasonLabel.setText(QCoreApplication.translate("NotEnrolledForm", u"\u539f\u56e0", None))
#if QT_CONFIG(accessibility)
        self.reason.setAccessibleName(QCoreApplication.translate("NotEnrolledForm", u"\u539f\u56e0", None))
#endif // QT_CONFIG(accessibility)
        self.reason.setPlaceholderText(QCoreApplication.translate("NotEnrolledForm", u"\u5168\u90e8", None))
#if QT_CONFIG(accessibility)
        self.people.setAccessibleName(QCoreApplication.translate("NotEnrolledForm", u"\u672a\u53c2\u4fdd\u4eba\u5458", None))
#endif // QT_CONFIG(accessibility)
        self.attemptsTitle.setText(QCoreApplication.translate("NotEnrolledForm", u"\u8ddf\u8fdb\u8bb0\u5f55", None))
#if QT_CONFIG(accessibility)
        self.attempts.setAccessibleName(QCoreApplication.translate("NotEnrolledForm", u"\u8ddf\u8fdb\u8bb0\u5f55", None))
#endif // QT_CONFIG(accessibility)
        self.call.setText(QCoreApplication.translate("NotEnrolledForm", u"\u7535\u8bdd D", None))
        self.visit.setText(QCoreApplication.translate("NotEnrolledForm", u"\u4e0a\u95e8 V", None))
        self.message_.setText(QCoreApplication.translate("NotEnrolledForm", u"\u77ed\u4fe1 M", None))
        self.refusal.setText(QCoreApplication.translate("NotEnrolledForm", u"\u4e66\u9762\u653e\u5f03 W", None))
        self.setReason.setText(QCoreApplication.translate("NotEnrolledForm", u"\u539f\u56e0 R", None))
        self.next.setText(QCoreApplication.translate("NotEnrolledForm", u"\u4e0b\u6b21\u8054\u7cfb N", None))
        self.open.setText(QCoreApplication.translate("NotEnrolledForm", u"\u6253\u5f00\u8be5\u6237 Enter", None))
        pass
    # retranslateUi
