# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'sync_status.ui'
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

from desktop.ui.widgets.elided_label import ElidedLabel
from desktop.ui.widgets.message_line import MessageLine

class Ui_SyncForm(object):
    def setupUi(self, SyncForm):
        if not SyncForm.objectName():
            SyncForm.setObjectName(u"SyncForm")
        SyncForm.setProperty(u"helpTopic", u"sync")
        SyncForm.setProperty(u"look", u"page")
        self.page = QVBoxLayout(SyncForm)
        self.page.setSpacing(8)
        self.page.setObjectName(u"page")
        self.page.setContentsMargins(16, 8, 16, 16)
        self.head = QHBoxLayout()
        self.head.setSpacing(12)
        self.head.setObjectName(u"head")
        self.head.setContentsMargins(0, 0, 0, 0)
        self.title = QLabel(SyncForm)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"look", u"title")

        self.head.addWidget(self.title)

        self.meta = ElidedLabel(SyncForm)
        self.meta.setObjectName(u"meta")
        self.meta.setProperty(u"tone", u"quiet")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.meta.sizePolicy().hasHeightForWidth())
        self.meta.setSizePolicy(sizePolicy)

        self.head.addWidget(self.meta)


        self.page.addLayout(self.head)

        self.columns = QHBoxLayout()
        self.columns.setSpacing(16)
        self.columns.setObjectName(u"columns")
        self.columns.setContentsMargins(0, 0, 0, 0)
        self.stateCard = QFrame(SyncForm)
        self.stateCard.setObjectName(u"stateCard")
        self.stateCard.setProperty(u"look", u"card")
        self.stateCard.setMinimumSize(QSize(320, 0))
        self.stateBox = QVBoxLayout(self.stateCard)
        self.stateBox.setSpacing(8)
        self.stateBox.setObjectName(u"stateBox")
        self.stateBox.setContentsMargins(16, 16, 16, 16)
        self.stateRow = QHBoxLayout()
        self.stateRow.setSpacing(10)
        self.stateRow.setObjectName(u"stateRow")
        self.stateRow.setContentsMargins(0, 0, 0, 0)
        self.stateMark = QLabel(self.stateCard)
        self.stateMark.setObjectName(u"stateMark")
        self.stateMark.setProperty(u"iconName", u"cloud")
        self.stateMark.setProperty(u"iconPx", 24)
        self.stateMark.setProperty(u"iconTone", u"text_quiet")

        self.stateRow.addWidget(self.stateMark)

        self.state = QLabel(self.stateCard)
        self.state.setObjectName(u"state")
        self.state.setText(u"")
        self.state.setWordWrap(True)
        self.state.setProperty(u"look", u"heading")

        self.stateRow.addWidget(self.state)

        self.spacer_1 = QSpacerItem(40, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.stateRow.addItem(self.spacer_1)


        self.stateBox.addLayout(self.stateRow)

        self.explain = QLabel(self.stateCard)
        self.explain.setObjectName(u"explain")
        self.explain.setText(u"")
        self.explain.setWordWrap(True)
        self.explain.setProperty(u"look", u"label")

        self.stateBox.addWidget(self.explain)

        self.line1 = QFrame(self.stateCard)
        self.line1.setObjectName(u"line1")
        self.line1.setProperty(u"look", u"line")

        self.stateBox.addWidget(self.line1)

        self.figures = QGridLayout()
        self.figures.setObjectName(u"figures")
        self.figures.setHorizontalSpacing(8)
        self.figures.setVerticalSpacing(8)
        self.figures.setContentsMargins(0, 0, 0, 0)
        self.pendingLabel = QLabel(self.stateCard)
        self.pendingLabel.setObjectName(u"pendingLabel")
        self.pendingLabel.setProperty(u"look", u"label")

        self.figures.addWidget(self.pendingLabel, 0, 0, 1, 1)

        self.pending = QLabel(self.stateCard)
        self.pending.setObjectName(u"pending")
        self.pending.setText(u"\u2014")
        self.pending.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignVCenter)

        self.figures.addWidget(self.pending, 0, 1, 1, 1)

        self.lastLabel = QLabel(self.stateCard)
        self.lastLabel.setObjectName(u"lastLabel")
        self.lastLabel.setProperty(u"look", u"label")

        self.figures.addWidget(self.lastLabel, 1, 0, 1, 1)

        self.last = QLabel(self.stateCard)
        self.last.setObjectName(u"last")
        self.last.setText(u"")
        self.last.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignVCenter)

        self.figures.addWidget(self.last, 1, 1, 1, 1)

        self.nextLabel = QLabel(self.stateCard)
        self.nextLabel.setObjectName(u"nextLabel")
        self.nextLabel.setProperty(u"look", u"label")

        self.figures.addWidget(self.nextLabel, 2, 0, 1, 1)

        self.next = QLabel(self.stateCard)
        self.next.setObjectName(u"next")
        self.next.setText(u"")
        self.next.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignVCenter)

        self.figures.addWidget(self.next, 2, 1, 1, 1)

        self.centreLabel = QLabel(self.stateCard)
        self.centreLabel.setObjectName(u"centreLabel")
        self.centreLabel.setProperty(u"look", u"label")

        self.figures.addWidget(self.centreLabel, 3, 0, 1, 1)

        self.centre = ElidedLabel(self.stateCard)
        self.centre.setObjectName(u"centre")
        self.centre.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignVCenter)

        self.figures.addWidget(self.centre, 3, 1, 1, 1)

        self.proxyLabel = QLabel(self.stateCard)
        self.proxyLabel.setObjectName(u"proxyLabel")
        self.proxyLabel.setProperty(u"look", u"label")

        self.figures.addWidget(self.proxyLabel, 4, 0, 1, 1)

        self.proxy = ElidedLabel(self.stateCard)
        self.proxy.setObjectName(u"proxy")
        self.proxy.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignVCenter)

        self.figures.addWidget(self.proxy, 4, 1, 1, 1)

        self.figures.setColumnStretch(1, 1)

        self.stateBox.addLayout(self.figures)

        self.waiting = QLabel(self.stateCard)
        self.waiting.setObjectName(u"waiting")
        self.waiting.setText(u"")
        self.waiting.setWordWrap(True)
        self.waiting.setProperty(u"look", u"label")

        self.stateBox.addWidget(self.waiting)

        self.message = MessageLine(self.stateCard)
        self.message.setObjectName(u"message")

        self.stateBox.addWidget(self.message)

        self.spacer_2 = QSpacerItem(0, 20, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.stateBox.addItem(self.spacer_2)

        self.stickHint = QLabel(self.stateCard)
        self.stickHint.setObjectName(u"stickHint")
        self.stickHint.setWordWrap(True)
        self.stickHint.setProperty(u"look", u"label")

        self.stateBox.addWidget(self.stickHint)

        self.stick = QPushButton(self.stateCard)
        self.stick.setObjectName(u"stick")
        self.stick.setProperty(u"helpTopic", u"sync#stick")
        self.stick.setAutoDefault(False)
        self.stick.setProperty(u"iconName", u"hard-drive")

        self.stateBox.addWidget(self.stick)

        self.register_ = QPushButton(self.stateCard)
        self.register_.setObjectName(u"register_")
        self.register_.setProperty(u"helpTopic", u"first-run#centre")
        self.register_.setAutoDefault(False)
        self.register_.setProperty(u"look", u"primary")
        self.register_.setProperty(u"iconName", u"cloud")

        self.stateBox.addWidget(self.register_)

        self.sync = QPushButton(self.stateCard)
        self.sync.setObjectName(u"sync")
        self.sync.setProperty(u"helpTopic", u"sync#now")
        self.sync.setAutoDefault(False)
        self.sync.setProperty(u"look", u"primary")
        self.sync.setProperty(u"iconName", u"refresh-cw")

        self.stateBox.addWidget(self.sync)


        self.columns.addWidget(self.stateCard)

        self.historyCard = QFrame(SyncForm)
        self.historyCard.setObjectName(u"historyCard")
        self.historyCard.setProperty(u"look", u"card")
        self.historyBox = QVBoxLayout(self.historyCard)
        self.historyBox.setSpacing(8)
        self.historyBox.setObjectName(u"historyBox")
        self.historyBox.setContentsMargins(16, 12, 16, 16)
        self.needsTitle = QLabel(self.historyCard)
        self.needsTitle.setObjectName(u"needsTitle")
        sizePolicy1 = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        sizePolicy1.setHorizontalStretch(0)
        sizePolicy1.setVerticalStretch(0)
        sizePolicy1.setHeightForWidth(self.needsTitle.sizePolicy().hasHeightForWidth())
        self.needsTitle.setSizePolicy(sizePolicy1)
        self.needsTitle.setProperty(u"look", u"heading")

        self.historyBox.addWidget(self.needsTitle)

        self.needs = QLabel(self.historyCard)
        self.needs.setObjectName(u"needs")
        self.needs.setProperty(u"helpTopic", u"sync#needs")
        self.needs.setText(u"")
        self.needs.setWordWrap(True)
        self.needs.setTextFormat(Qt.TextFormat.PlainText)
        sizePolicy2 = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        sizePolicy2.setHorizontalStretch(0)
        sizePolicy2.setVerticalStretch(0)
        sizePolicy2.setHeightForWidth(self.needs.sizePolicy().hasHeightForWidth())
        self.needs.setSizePolicy(sizePolicy2)

        self.historyBox.addWidget(self.needs)

        self.needsRow = QHBoxLayout()
        self.needsRow.setSpacing(8)
        self.needsRow.setObjectName(u"needsRow")
        self.needsRow.setContentsMargins(0, 0, 0, 0)
        self.lostRead = QPushButton(self.historyCard)
        self.lostRead.setObjectName(u"lostRead")
        self.lostRead.setProperty(u"helpTopic", u"sync#repair")
        self.lostRead.setAutoDefault(False)

        self.needsRow.addWidget(self.lostRead)

        self.afterLost = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.needsRow.addItem(self.afterLost)


        self.historyBox.addLayout(self.needsRow)

        self.needsLine = QFrame(self.historyCard)
        self.needsLine.setObjectName(u"needsLine")
        self.needsLine.setProperty(u"look", u"line")

        self.historyBox.addWidget(self.needsLine)

        self.fillNews = QLabel(self.historyCard)
        self.fillNews.setObjectName(u"fillNews")
        self.fillNews.setProperty(u"helpTopic", u"sync#fill")
        self.fillNews.setText(u"")
        self.fillNews.setWordWrap(True)
        sizePolicy2.setHeightForWidth(self.fillNews.sizePolicy().hasHeightForWidth())
        self.fillNews.setSizePolicy(sizePolicy2)

        self.historyBox.addWidget(self.fillNews)

        self.fillRow = QHBoxLayout()
        self.fillRow.setSpacing(12)
        self.fillRow.setObjectName(u"fillRow")
        self.fillRow.setContentsMargins(0, 0, 0, 0)
        self.fillBar = QProgressBar(self.historyCard)
        self.fillBar.setObjectName(u"fillBar")
        self.fillBar.setTextVisible(False)

        self.fillRow.addWidget(self.fillBar)

        self.fillStop = QPushButton(self.historyCard)
        self.fillStop.setObjectName(u"fillStop")
        self.fillStop.setAutoDefault(False)

        self.fillRow.addWidget(self.fillStop)

        self.fillRow.setStretch(0, 1)

        self.historyBox.addLayout(self.fillRow)

        self.stickTitle = QLabel(self.historyCard)
        self.stickTitle.setObjectName(u"stickTitle")
        sizePolicy1.setHeightForWidth(self.stickTitle.sizePolicy().hasHeightForWidth())
        self.stickTitle.setSizePolicy(sizePolicy1)
        self.stickTitle.setProperty(u"look", u"heading")

        self.historyBox.addWidget(self.stickTitle)

        self.stickRow = QHBoxLayout()
        self.stickRow.setSpacing(12)
        self.stickRow.setObjectName(u"stickRow")
        self.stickRow.setContentsMargins(0, 0, 0, 0)
        self.stickBar = QProgressBar(self.historyCard)
        self.stickBar.setObjectName(u"stickBar")
        self.stickBar.setTextVisible(False)

        self.stickRow.addWidget(self.stickBar)

        self.stickStop = QPushButton(self.historyCard)
        self.stickStop.setObjectName(u"stickStop")
        self.stickStop.setAutoDefault(False)

        self.stickRow.addWidget(self.stickStop)

        self.stickRow.setStretch(0, 1)

        self.historyBox.addLayout(self.stickRow)

        self.stickNews = QLabel(self.historyCard)
        self.stickNews.setObjectName(u"stickNews")
        self.stickNews.setText(u"")
        self.stickNews.setWordWrap(True)
        self.stickNews.setTextFormat(Qt.TextFormat.PlainText)
        sizePolicy2.setHeightForWidth(self.stickNews.sizePolicy().hasHeightForWidth())
        self.stickNews.setSizePolicy(sizePolicy2)

        self.historyBox.addWidget(self.stickNews)

        self.stickLine = QFrame(self.historyCard)
        self.stickLine.setObjectName(u"stickLine")
        self.stickLine.setProperty(u"look", u"line")

        self.historyBox.addWidget(self.stickLine)

        self.historyTitle = QLabel(self.historyCard)
        self.historyTitle.setObjectName(u"historyTitle")
        sizePolicy1.setHeightForWidth(self.historyTitle.sizePolicy().hasHeightForWidth())
        self.historyTitle.setSizePolicy(sizePolicy1)
        self.historyTitle.setProperty(u"look", u"heading")

        self.historyBox.addWidget(self.historyTitle)

        self.history = QTableWidget(self.historyCard)
        self.history.setObjectName(u"history")
        self.history.setProperty(u"helpTopic", u"sync#history")
        self.history.setShowGrid(False)
        self.history.setWordWrap(True)
        self.history.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.history.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.history.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

        self.historyBox.addWidget(self.history)

        self.empty = QLabel(self.historyCard)
        self.empty.setObjectName(u"empty")
        self.empty.setText(u"")
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        sizePolicy3 = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        sizePolicy3.setHorizontalStretch(0)
        sizePolicy3.setVerticalStretch(0)
        sizePolicy3.setHeightForWidth(self.empty.sizePolicy().hasHeightForWidth())
        self.empty.setSizePolicy(sizePolicy3)
        self.empty.setProperty(u"look", u"label")

        self.historyBox.addWidget(self.empty)


        self.columns.addWidget(self.historyCard)

        self.columns.setStretch(1, 1)

        self.page.addLayout(self.columns)

        self.page.setStretch(1, 1)

        self.retranslateUi(SyncForm)
    # setupUi

    def retranslateUi(self, SyncForm):
        self.title.setText(QCoreApplication.translate("SyncForm", u"\u6570\u636e\u540c\u6b65", None))
        self.pendingLabel.setText(QCoreApplication.translate("SyncForm", u"\u5f85\u4e0a\u4f20", None))
        self.lastLabel.setText(QCoreApplication.translate("SyncForm", u"\u4e0a\u6b21\u540c\u6b65", None))
        self.nextLabel.setText(QCoreApplication.translate("SyncForm", u"\u4e0b\u6b21\u5c1d\u8bd5", None))
        self.centreLabel.setText(QCoreApplication.translate("SyncForm", u"\u53bf\u4e2d\u5fc3", None))
        self.proxyLabel.setText(QCoreApplication.translate("SyncForm", u"\u4ee3\u7406", None))
        self.stickHint.setText(QCoreApplication.translate("SyncForm", u"\u6ca1\u6709\u7f51\u7edc\uff1f\u7528 U \u76d8\uff1a\u63d2\u4e0a\u540e\u6309\u4e0b\u9762\u7684\u6309\u94ae\uff0c\u5199\u597d\u4ea4\u7ed9\u53bf\u4e2d\u5fc3\uff1b\u56de\u6267\u5e26\u56de\u6765\u518d\u6309\u4e00\u6b21\u3002", None))
        self.stick.setText(QCoreApplication.translate("SyncForm", u"\u7528 U \u76d8\u4ea4\u6362\u2026 F9", None))
        self.register_.setText(QCoreApplication.translate("SyncForm", u"\u6ce8\u518c\u5230\u53bf\u4e2d\u5fc3", None))
        self.sync.setText(QCoreApplication.translate("SyncForm", u"\u7acb\u5373\u540c\u6b65 F5", None))
        self.needsTitle.setText(QCoreApplication.translate("SyncForm", u"\u9700\u8981\u60a8\u7559\u610f", None))
        self.lostRead.setText(QCoreApplication.translate("SyncForm", u"\u4e22\u5931\u7684\u5df2\u8bb0\u4e0b\uff0c\u4e0d\u518d\u63d0\u793a(&J)", None))
#if QT_CONFIG(accessibility)
        self.fillBar.setAccessibleName(QCoreApplication.translate("SyncForm", u"\u8d44\u6599\u4e0b\u8f7d\u8fdb\u5ea6", None))
#endif // QT_CONFIG(accessibility)
        self.fillStop.setText(QCoreApplication.translate("SyncForm", u"\u5148\u505c\u4e0b(&T)", None))
        self.stickTitle.setText(QCoreApplication.translate("SyncForm", u"U \u76d8\u4ea4\u6362", None))
#if QT_CONFIG(accessibility)
        self.stickBar.setAccessibleName(QCoreApplication.translate("SyncForm", u"\u8fdb\u5ea6", None))
#endif // QT_CONFIG(accessibility)
        self.stickStop.setText(QCoreApplication.translate("SyncForm", u"\u505c\u6b62 Esc", None))
        self.historyTitle.setText(QCoreApplication.translate("SyncForm", u"\u6700\u8fd1\u7684\u540c\u6b65", None))
#if QT_CONFIG(accessibility)
        self.history.setAccessibleName(QCoreApplication.translate("SyncForm", u"\u6700\u8fd1\u7684\u540c\u6b65", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi
