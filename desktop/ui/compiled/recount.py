# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'recount.ui'
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
    QHBoxLayout, QHeaderView, QLabel, QProgressBar,
    QPushButton, QSizePolicy, QSpacerItem, QTableWidget,
    QTableWidgetItem, QVBoxLayout, QWidget)

from desktop.ui.widgets.code_field import CodeField
from desktop.ui.widgets.elided_label import ElidedLabel
from desktop.ui.widgets.message_line import MessageLine
from desktop.ui.widgets.tab_button import TabButton
from desktop.ui.widgets.text_field import TextField

class Ui_RecountForm(object):
    def setupUi(self, RecountForm):
        if not RecountForm.objectName():
            RecountForm.setObjectName(u"RecountForm")
        RecountForm.setProperty(u"helpTopic", u"recount")
        RecountForm.setProperty(u"look", u"page")
        self.page = QVBoxLayout(RecountForm)
        self.page.setSpacing(8)
        self.page.setObjectName(u"page")
        self.page.setContentsMargins(16, 8, 16, 8)
        self.head = QHBoxLayout()
        self.head.setSpacing(16)
        self.head.setObjectName(u"head")
        self.head.setContentsMargins(0, 0, 0, 0)
        self.title = QLabel(RecountForm)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"look", u"title")

        self.head.addWidget(self.title)

        self.taskReprice = TabButton(RecountForm)
        self.taskReprice.setObjectName(u"taskReprice")
        self.taskReprice.setProperty(u"helpTopic", u"recount#reprice")
        self.taskReprice.setAutoDefault(False)
        self.taskReprice.setProperty(u"look", u"tab")
        self.taskReprice.setCheckable(True)
        self.taskReprice.setAutoExclusive(True)

        self.head.addWidget(self.taskReprice)

        self.taskDecide = TabButton(RecountForm)
        self.taskDecide.setObjectName(u"taskDecide")
        self.taskDecide.setProperty(u"helpTopic", u"recount#decide")
        self.taskDecide.setAutoDefault(False)
        self.taskDecide.setProperty(u"look", u"tab")
        self.taskDecide.setCheckable(True)
        self.taskDecide.setAutoExclusive(True)

        self.head.addWidget(self.taskDecide)

        self.taskFiscal = TabButton(RecountForm)
        self.taskFiscal.setObjectName(u"taskFiscal")
        self.taskFiscal.setProperty(u"helpTopic", u"recount#fiscal")
        self.taskFiscal.setAutoDefault(False)
        self.taskFiscal.setProperty(u"look", u"tab")
        self.taskFiscal.setCheckable(True)
        self.taskFiscal.setAutoExclusive(True)

        self.head.addWidget(self.taskFiscal)

        self.spacer_head = QSpacerItem(40, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.head.addItem(self.spacer_head)

        self.years = QWidget(RecountForm)
        self.years.setObjectName(u"years")
        self.yearsBox = QHBoxLayout(self.years)
        self.yearsBox.setSpacing(8)
        self.yearsBox.setObjectName(u"yearsBox")
        self.yearsBox.setContentsMargins(0, 0, 0, 0)
        self.label_subsidyYear = QLabel(self.years)
        self.label_subsidyYear.setObjectName(u"label_subsidyYear")
        self.label_subsidyYear.setProperty(u"look", u"label")

        self.yearsBox.addWidget(self.label_subsidyYear)

        self.subsidyYear = TextField(self.years)
        self.subsidyYear.setObjectName(u"subsidyYear")
        self.subsidyYear.setProperty(u"helpTopic", u"recount#fiscal")

        self.yearsBox.addWidget(self.subsidyYear)

        self.label_campaignYear = QLabel(self.years)
        self.label_campaignYear.setObjectName(u"label_campaignYear")
        self.label_campaignYear.setProperty(u"look", u"label")

        self.yearsBox.addWidget(self.label_campaignYear)

        self.campaignYear = TextField(self.years)
        self.campaignYear.setObjectName(u"campaignYear")
        self.campaignYear.setProperty(u"helpTopic", u"recount#fiscal")

        self.yearsBox.addWidget(self.campaignYear)


        self.head.addWidget(self.years)


        self.page.addLayout(self.head)

        self.card = QFrame(RecountForm)
        self.card.setObjectName(u"card")
        self.card.setProperty(u"look", u"card")
        self.box = QVBoxLayout(self.card)
        self.box.setSpacing(8)
        self.box.setObjectName(u"box")
        self.box.setContentsMargins(16, 16, 16, 8)
        self.summary = ElidedLabel(self.card)
        self.summary.setObjectName(u"summary")
        self.summary.setProperty(u"look", u"strong")

        self.box.addWidget(self.summary)

        self.reprice = QTableWidget(self.card)
        self.reprice.setObjectName(u"reprice")
        self.reprice.setProperty(u"helpTopic", u"recount#reprice")
        self.reprice.setShowGrid(False)
        self.reprice.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.reprice.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.reprice.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

        self.box.addWidget(self.reprice)

        self.fiscal = QTableWidget(self.card)
        self.fiscal.setObjectName(u"fiscal")
        self.fiscal.setProperty(u"helpTopic", u"recount#fiscal")
        self.fiscal.setShowGrid(False)
        self.fiscal.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.fiscal.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.fiscal.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

        self.box.addWidget(self.fiscal)

        self.decide = QTableWidget(self.card)
        self.decide.setObjectName(u"decide")
        self.decide.setProperty(u"helpTopic", u"recount#decide")
        self.decide.setShowGrid(False)
        self.decide.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.decide.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.decide.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

        self.box.addWidget(self.decide)

        self.decision = QWidget(self.card)
        self.decision.setObjectName(u"decision")
        self.decisionGrid = QGridLayout(self.decision)
        self.decisionGrid.setObjectName(u"decisionGrid")
        self.decisionGrid.setHorizontalSpacing(12)
        self.decisionGrid.setContentsMargins(0, 0, 0, 0)
        self.box_outcome = QVBoxLayout()
        self.box_outcome.setSpacing(2)
        self.box_outcome.setObjectName(u"box_outcome")
        self.label_outcome = QLabel(self.decision)
        self.label_outcome.setObjectName(u"label_outcome")
        self.label_outcome.setProperty(u"look", u"label")

        self.box_outcome.addWidget(self.label_outcome)

        self.outcome = CodeField(self.decision)
        self.outcome.setObjectName(u"outcome")
        self.outcome.setProperty(u"helpTopic", u"recount#decide")

        self.box_outcome.addWidget(self.outcome)


        self.decisionGrid.addLayout(self.box_outcome, 0, 0, 1, 1)

        self.box_amount = QVBoxLayout()
        self.box_amount.setSpacing(2)
        self.box_amount.setObjectName(u"box_amount")
        self.label_amount = QLabel(self.decision)
        self.label_amount.setObjectName(u"label_amount")
        self.label_amount.setProperty(u"look", u"label")

        self.box_amount.addWidget(self.label_amount)

        self.amount = TextField(self.decision)
        self.amount.setObjectName(u"amount")
        self.amount.setProperty(u"helpTopic", u"recount#decide")

        self.box_amount.addWidget(self.amount)


        self.decisionGrid.addLayout(self.box_amount, 0, 1, 1, 1)

        self.box_document = QVBoxLayout()
        self.box_document.setSpacing(2)
        self.box_document.setObjectName(u"box_document")
        self.label_document = QLabel(self.decision)
        self.label_document.setObjectName(u"label_document")
        self.label_document.setProperty(u"look", u"label")

        self.box_document.addWidget(self.label_document)

        self.document = TextField(self.decision)
        self.document.setObjectName(u"document")
        self.document.setProperty(u"helpTopic", u"recount#decide")

        self.box_document.addWidget(self.document)


        self.decisionGrid.addLayout(self.box_document, 0, 2, 1, 1)

        self.box_reason = QVBoxLayout()
        self.box_reason.setSpacing(2)
        self.box_reason.setObjectName(u"box_reason")
        self.label_reason = QLabel(self.decision)
        self.label_reason.setObjectName(u"label_reason")
        self.label_reason.setProperty(u"look", u"label")

        self.box_reason.addWidget(self.label_reason)

        self.reason = TextField(self.decision)
        self.reason.setObjectName(u"reason")
        self.reason.setProperty(u"helpTopic", u"recount#decide")

        self.box_reason.addWidget(self.reason)


        self.decisionGrid.addLayout(self.box_reason, 0, 3, 1, 1)

        self.decisionGrid.setColumnStretch(0, 2)
        self.decisionGrid.setColumnStretch(1, 2)
        self.decisionGrid.setColumnStretch(2, 4)
        self.decisionGrid.setColumnStretch(3, 5)

        self.box.addWidget(self.decision)

        self.empty = QLabel(self.card)
        self.empty.setObjectName(u"empty")
        self.empty.setProperty(u"look", u"hint")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.empty.sizePolicy().hasHeightForWidth())
        self.empty.setSizePolicy(sizePolicy)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)

        self.box.addWidget(self.empty)

        self.message = MessageLine(self.card)
        self.message.setObjectName(u"message")

        self.box.addWidget(self.message)


        self.page.addWidget(self.card)

        self.actions = QHBoxLayout()
        self.actions.setSpacing(8)
        self.actions.setObjectName(u"actions")
        self.actions.setContentsMargins(0, 0, 0, 0)
        self.keys = ElidedLabel(RecountForm)
        self.keys.setObjectName(u"keys")
        self.keys.setProperty(u"look", u"hint")
        sizePolicy1 = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        sizePolicy1.setHorizontalStretch(0)
        sizePolicy1.setVerticalStretch(0)
        sizePolicy1.setHeightForWidth(self.keys.sizePolicy().hasHeightForWidth())
        self.keys.setSizePolicy(sizePolicy1)

        self.actions.addWidget(self.keys)

        self.bar = QProgressBar(RecountForm)
        self.bar.setObjectName(u"bar")
        self.bar.setTextVisible(False)

        self.actions.addWidget(self.bar)

        self.stop = QPushButton(RecountForm)
        self.stop.setObjectName(u"stop")
        self.stop.setAutoDefault(False)

        self.actions.addWidget(self.stop)

        self.back = QPushButton(RecountForm)
        self.back.setObjectName(u"back")
        self.back.setAutoDefault(False)

        self.actions.addWidget(self.back)

        self.run = QPushButton(RecountForm)
        self.run.setObjectName(u"run")
        self.run.setProperty(u"helpTopic", u"recount#run")
        self.run.setAutoDefault(False)
        self.run.setProperty(u"iconName", u"refresh-cw")

        self.actions.addWidget(self.run)

        self.approve = QPushButton(RecountForm)
        self.approve.setObjectName(u"approve")
        self.approve.setProperty(u"helpTopic", u"recount#approve")
        self.approve.setAutoDefault(False)
        self.approve.setProperty(u"look", u"primary")
        self.approve.setProperty(u"iconName", u"check")

        self.actions.addWidget(self.approve)


        self.page.addLayout(self.actions)

        self.page.setStretch(1, 1)
#if QT_CONFIG(shortcut)
        self.label_subsidyYear.setBuddy(self.subsidyYear)
        self.label_campaignYear.setBuddy(self.campaignYear)
        self.label_outcome.setBuddy(self.outcome)
        self.label_amount.setBuddy(self.amount)
        self.label_document.setBuddy(self.document)
        self.label_reason.setBuddy(self.reason)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(RecountForm)
    # setupUi

    def retranslateUi(self, RecountForm):
        self.title.setText(QCoreApplication.translate("RecountForm", u"\u591a\u9000\u5c11\u8865\u4e0e\u8d22\u653f\u8865\u52a9", None))
        self.taskReprice.setText(QCoreApplication.translate("RecountForm", u"\u591a\u9000\u5c11\u8865", None))
        self.taskDecide.setText(QCoreApplication.translate("RecountForm", u"\u987b\u7531\u4eba\u51b3\u5b9a", None))
        self.taskFiscal.setText(QCoreApplication.translate("RecountForm", u"\u8d22\u653f\u8865\u52a9\u6d4b\u7b97", None))
        self.label_subsidyYear.setText(QCoreApplication.translate("RecountForm", u"\u8865\u52a9\u5e74\u5ea6", None))
#if QT_CONFIG(accessibility)
        self.subsidyYear.setAccessibleName(QCoreApplication.translate("RecountForm", u"\u8865\u52a9\u5e74\u5ea6", None))
#endif // QT_CONFIG(accessibility)
        self.label_campaignYear.setText(QCoreApplication.translate("RecountForm", u"\u53c2\u4fdd\u5e74\u5ea6", None))
#if QT_CONFIG(accessibility)
        self.campaignYear.setAccessibleName(QCoreApplication.translate("RecountForm", u"\u53c2\u4fdd\u5e74\u5ea6", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.reprice.setAccessibleName(QCoreApplication.translate("RecountForm", u"\u591a\u9000\u5c11\u8865\u6e05\u5355", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.fiscal.setAccessibleName(QCoreApplication.translate("RecountForm", u"\u8d22\u653f\u8865\u52a9\u6d4b\u7b97\u8868", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.decide.setAccessibleName(QCoreApplication.translate("RecountForm", u"\u7b49\u5f85\u51b3\u5b9a\u7684\u5dee\u989d", None))
#endif // QT_CONFIG(accessibility)
        self.label_outcome.setText(QCoreApplication.translate("RecountForm", u"\u5904\u7406", None))
#if QT_CONFIG(accessibility)
        self.outcome.setAccessibleName(QCoreApplication.translate("RecountForm", u"\u5904\u7406", None))
#endif // QT_CONFIG(accessibility)
        self.label_amount.setText(QCoreApplication.translate("RecountForm", u"\u91d1\u989d\uff08\u5143\uff09", None))
#if QT_CONFIG(accessibility)
        self.amount.setAccessibleName(QCoreApplication.translate("RecountForm", u"\u91d1\u989d\uff08\u5143\uff09", None))
#endif // QT_CONFIG(accessibility)
        self.label_document.setText(QCoreApplication.translate("RecountForm", u"\u4f9d\u636e\u7684\u6761\u6587\u6216\u6587\u53f7", None))
#if QT_CONFIG(accessibility)
        self.document.setAccessibleName(QCoreApplication.translate("RecountForm", u"\u4f9d\u636e\u7684\u6761\u6587\u6216\u6587\u53f7", None))
#endif // QT_CONFIG(accessibility)
        self.label_reason.setText(QCoreApplication.translate("RecountForm", u"\u7406\u7531", None))
#if QT_CONFIG(accessibility)
        self.reason.setAccessibleName(QCoreApplication.translate("RecountForm", u"\u7406\u7531", None))
#endif // QT_CONFIG(accessibility)
        self.empty.setText("")
        self.keys.setText(QCoreApplication.translate("RecountForm", u"F6 \u6362\u4e00\u5f20\u8868 \u00b7 Esc \u8fd4\u56de", None))
#if QT_CONFIG(accessibility)
        self.bar.setAccessibleName(QCoreApplication.translate("RecountForm", u"\u8fdb\u5ea6", None))
#endif // QT_CONFIG(accessibility)
        self.stop.setText(QCoreApplication.translate("RecountForm", u"\u505c\u6b62 Esc", None))
        self.back.setText(QCoreApplication.translate("RecountForm", u"\u8fd4\u56de\u653f\u7b56", None))
        self.run.setText(QCoreApplication.translate("RecountForm", u"\u91cd\u65b0\u6838\u7b97 F9", None))
        self.approve.setText(QCoreApplication.translate("RecountForm", u"\u6279\u51c6\u672c\u6e05\u5355 F12", None))
        pass
    # retranslateUi
