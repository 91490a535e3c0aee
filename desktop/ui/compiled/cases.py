# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'cases.ui'
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
from PySide6.QtWidgets import (QAbstractItemView, QApplication, QFrame, QHBoxLayout,
    QHeaderView, QLabel, QListWidget, QListWidgetItem,
    QPushButton, QSizePolicy, QSpacerItem, QTableWidget,
    QTableWidgetItem, QVBoxLayout, QWidget)

from desktop.ui.widgets.code_field import CodeField
from desktop.ui.widgets.elided_label import ElidedLabel
from desktop.ui.widgets.message_line import MessageLine
from desktop.ui.widgets.tab_button import TabButton
from desktop.ui.widgets.text_field import TextField

class Ui_CasesForm(object):
    def setupUi(self, CasesForm):
        if not CasesForm.objectName():
            CasesForm.setObjectName(u"CasesForm")
        CasesForm.setProperty(u"helpTopic", u"cases")
        CasesForm.setProperty(u"look", u"page")
        self.page = QVBoxLayout(CasesForm)
        self.page.setSpacing(8)
        self.page.setObjectName(u"page")
        self.page.setContentsMargins(16, 8, 16, 8)
        self.head = QHBoxLayout()
        self.head.setSpacing(12)
        self.head.setObjectName(u"head")
        self.head.setContentsMargins(0, 0, 0, 0)
        self.title = QLabel(CasesForm)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"look", u"title")

        self.head.addWidget(self.title)

        self.filterOpen = TabButton(CasesForm)
        self.filterOpen.setObjectName(u"filterOpen")
        self.filterOpen.setProperty(u"helpTopic", u"cases#list")
        self.filterOpen.setAutoDefault(False)
        self.filterOpen.setProperty(u"look", u"tab")
        self.filterOpen.setCheckable(True)
        self.filterOpen.setAutoExclusive(True)

        self.head.addWidget(self.filterOpen)

        self.filterDecided = TabButton(CasesForm)
        self.filterDecided.setObjectName(u"filterDecided")
        self.filterDecided.setProperty(u"helpTopic", u"cases#list")
        self.filterDecided.setAutoDefault(False)
        self.filterDecided.setProperty(u"look", u"tab")
        self.filterDecided.setCheckable(True)
        self.filterDecided.setAutoExclusive(True)

        self.head.addWidget(self.filterDecided)

        self.meta = ElidedLabel(CasesForm)
        self.meta.setObjectName(u"meta")
        self.meta.setProperty(u"tone", u"quiet")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.meta.sizePolicy().hasHeightForWidth())
        self.meta.setSizePolicy(sizePolicy)

        self.head.addWidget(self.meta)


        self.page.addLayout(self.head)

        self.body = QHBoxLayout()
        self.body.setSpacing(12)
        self.body.setObjectName(u"body")
        self.body.setContentsMargins(0, 0, 0, 0)
        self.listCard = QFrame(CasesForm)
        self.listCard.setObjectName(u"listCard")
        self.listCard.setProperty(u"look", u"card")
        self.listBox = QVBoxLayout(self.listCard)
        self.listBox.setSpacing(8)
        self.listBox.setObjectName(u"listBox")
        self.listBox.setContentsMargins(8, 8, 8, 8)
        self.cases = QTableWidget(self.listCard)
        self.cases.setObjectName(u"cases")
        self.cases.setProperty(u"helpTopic", u"cases#list")
        self.cases.setShowGrid(False)
        self.cases.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.cases.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.cases.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

        self.listBox.addWidget(self.cases)

        self.empty = QLabel(self.listCard)
        self.empty.setObjectName(u"empty")
        self.empty.setText(u"")
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setProperty(u"look", u"label")

        self.listBox.addWidget(self.empty)


        self.body.addWidget(self.listCard)

        self.caseCard = QFrame(CasesForm)
        self.caseCard.setObjectName(u"caseCard")
        self.caseCard.setProperty(u"look", u"card")
        self.caseBox = QVBoxLayout(self.caseCard)
        self.caseBox.setSpacing(6)
        self.caseBox.setObjectName(u"caseBox")
        self.caseBox.setContentsMargins(16, 12, 16, 8)
        self.kind = QLabel(self.caseCard)
        self.kind.setObjectName(u"kind")
        self.kind.setText(u"")
        self.kind.setProperty(u"look", u"strong")

        self.caseBox.addWidget(self.kind)

        self.caseHead = ElidedLabel(self.caseCard)
        self.caseHead.setObjectName(u"caseHead")
        self.caseHead.setProperty(u"look", u"hint")

        self.caseBox.addWidget(self.caseHead)

        self.meaning = QLabel(self.caseCard)
        self.meaning.setObjectName(u"meaning")
        self.meaning.setText(u"")
        self.meaning.setWordWrap(True)

        self.caseBox.addWidget(self.meaning)

        self.sides = QTableWidget(self.caseCard)
        self.sides.setObjectName(u"sides")
        self.sides.setProperty(u"helpTopic", u"cases#sides")
        self.sides.setShowGrid(False)
        self.sides.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.sides.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.sides.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

        self.caseBox.addWidget(self.sides)

        self.elsewhere = QLabel(self.caseCard)
        self.elsewhere.setObjectName(u"elsewhere")
        self.elsewhere.setText(u"")
        self.elsewhere.setWordWrap(True)
        self.elsewhere.setProperty(u"look", u"hint")
        self.elsewhere.setProperty(u"tone", u"warning")

        self.caseBox.addWidget(self.elsewhere)

        self.remarks = QListWidget(self.caseCard)
        self.remarks.setObjectName(u"remarks")
        self.remarks.setProperty(u"helpTopic", u"cases#comment")
        self.remarks.setWordWrap(True)

        self.caseBox.addWidget(self.remarks)

        self.deciding = QWidget(self.caseCard)
        self.deciding.setObjectName(u"deciding")
        self.decidingBox = QHBoxLayout(self.deciding)
        self.decidingBox.setSpacing(12)
        self.decidingBox.setObjectName(u"decidingBox")
        self.decidingBox.setContentsMargins(0, 0, 0, 0)
        self.box_decision = QVBoxLayout()
        self.box_decision.setSpacing(2)
        self.box_decision.setObjectName(u"box_decision")
        self.box_decision.setContentsMargins(0, 0, 0, 0)
        self.label_decision = QLabel(self.deciding)
        self.label_decision.setObjectName(u"label_decision")
        self.label_decision.setProperty(u"look", u"label")

        self.box_decision.addWidget(self.label_decision)

        self.decision = CodeField(self.deciding)
        self.decision.setObjectName(u"decision")
        self.decision.setProperty(u"helpTopic", u"cases#decide")

        self.box_decision.addWidget(self.decision)


        self.decidingBox.addLayout(self.box_decision)

        self.box_comment = QVBoxLayout()
        self.box_comment.setSpacing(2)
        self.box_comment.setObjectName(u"box_comment")
        self.box_comment.setContentsMargins(0, 0, 0, 0)
        self.label_comment = QLabel(self.deciding)
        self.label_comment.setObjectName(u"label_comment")
        self.label_comment.setProperty(u"look", u"label")

        self.box_comment.addWidget(self.label_comment)

        self.comment = TextField(self.deciding)
        self.comment.setObjectName(u"comment")
        self.comment.setProperty(u"helpTopic", u"cases#comment")

        self.box_comment.addWidget(self.comment)


        self.decidingBox.addLayout(self.box_comment)

        self.decidingBox.setStretch(0, 2)
        self.decidingBox.setStretch(1, 3)

        self.caseBox.addWidget(self.deciding)

        self.consequence = QLabel(self.caseCard)
        self.consequence.setObjectName(u"consequence")
        self.consequence.setText(u"")
        self.consequence.setWordWrap(True)

        self.caseBox.addWidget(self.consequence)

        self.caseBox.setStretch(3, 1)

        self.body.addWidget(self.caseCard)

        self.body.setStretch(0, 2)
        self.body.setStretch(1, 5)

        self.page.addLayout(self.body)

        self.actions = QHBoxLayout()
        self.actions.setSpacing(8)
        self.actions.setObjectName(u"actions")
        self.actions.setContentsMargins(0, 0, 0, 0)
        self.message = MessageLine(CasesForm)
        self.message.setObjectName(u"message")

        self.actions.addWidget(self.message)

        self.spacer_1 = QSpacerItem(8, 0, QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)

        self.actions.addItem(self.spacer_1)

        self.openHousehold = QPushButton(CasesForm)
        self.openHousehold.setObjectName(u"openHousehold")
        self.openHousehold.setProperty(u"helpTopic", u"cases#sides")
        self.openHousehold.setAutoDefault(False)
        self.openHousehold.setProperty(u"iconName", u"house")

        self.actions.addWidget(self.openHousehold)

        self.keepComment = QPushButton(CasesForm)
        self.keepComment.setObjectName(u"keepComment")
        self.keepComment.setProperty(u"helpTopic", u"cases#comment")
        self.keepComment.setAutoDefault(False)
        self.keepComment.setProperty(u"iconName", u"file-text")

        self.actions.addWidget(self.keepComment)

        self.decide = QPushButton(CasesForm)
        self.decide.setObjectName(u"decide")
        self.decide.setProperty(u"helpTopic", u"cases#decide")
        self.decide.setAutoDefault(False)
        self.decide.setProperty(u"look", u"primary")
        self.decide.setProperty(u"iconName", u"check")

        self.actions.addWidget(self.decide)


        self.page.addLayout(self.actions)

        self.page.setStretch(1, 1)
#if QT_CONFIG(shortcut)
        self.label_decision.setBuddy(self.decision)
        self.label_comment.setBuddy(self.comment)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(CasesForm)
    # setupUi

    def retranslateUi(self, CasesForm):
        self.title.setText(QCoreApplication.translate("CasesForm", u"\u5f85\u5904\u7406\u4e8b\u9879", None))
        self.filterOpen.setText(QCoreApplication.translate("CasesForm", u"\u5f85\u5904\u7406", None))
        self.filterDecided.setText(QCoreApplication.translate("CasesForm", u"\u5df2\u51b3\u5b9a", None))
#if QT_CONFIG(accessibility)
        self.cases.setAccessibleName(QCoreApplication.translate("CasesForm", u"\u5f85\u5904\u7406\u4e8b\u9879", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.sides.setAccessibleName(QCoreApplication.translate("CasesForm", u"\u53cc\u65b9\u5bf9\u7167", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.remarks.setAccessibleName(QCoreApplication.translate("CasesForm", u"\u5df2\u6709\u7684\u8bf4\u660e\u548c\u51b3\u5b9a", None))
#endif // QT_CONFIG(accessibility)
        self.label_decision.setText(QCoreApplication.translate("CasesForm", u"\u51b3\u5b9a", None))
#if QT_CONFIG(accessibility)
        self.decision.setAccessibleName(QCoreApplication.translate("CasesForm", u"\u51b3\u5b9a", None))
#endif // QT_CONFIG(accessibility)
        self.label_comment.setText(QCoreApplication.translate("CasesForm", u"\u8bf4\u660e\uff08\u7406\u7531\uff09", None))
#if QT_CONFIG(accessibility)
        self.comment.setAccessibleName(QCoreApplication.translate("CasesForm", u"\u8bf4\u660e\uff08\u7406\u7531\uff09", None))
#endif // QT_CONFIG(accessibility)
        self.openHousehold.setText(QCoreApplication.translate("CasesForm", u"\u6253\u5f00\u8be5\u6237", None))
        self.keepComment.setText(QCoreApplication.translate("CasesForm", u"\u8bb0\u5f55\u8bf4\u660e F9", None))
        self.decide.setText(QCoreApplication.translate("CasesForm", u"\u4f5c\u51fa\u51b3\u5b9a F12", None))
        pass
    # retranslateUi
