# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'roster.ui'
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
    QLabel, QListWidget, QListWidgetItem, QPlainTextEdit,
    QProgressBar, QPushButton, QSizePolicy, QSpacerItem,
    QStackedWidget, QVBoxLayout, QWidget)

from desktop.ui.roster.band_list import BandList
from desktop.ui.widgets.division_field import DivisionField
from desktop.ui.widgets.message_line import MessageLine
from desktop.ui.widgets.tab_button import TabButton
from desktop.ui.widgets.text_field import TextField

class Ui_RosterForm(object):
    def setupUi(self, RosterForm):
        if not RosterForm.objectName():
            RosterForm.setObjectName(u"RosterForm")
        RosterForm.setProperty(u"helpTopic", u"roster")
        RosterForm.setProperty(u"look", u"page")
        self.page = QVBoxLayout(RosterForm)
        self.page.setSpacing(8)
        self.page.setObjectName(u"page")
        self.page.setContentsMargins(16, 8, 16, 8)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.setObjectName(u"head")
        self.head.setContentsMargins(0, 0, 0, 0)
        self.title = QLabel(RosterForm)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"look", u"title")

        self.head.addWidget(self.title)

        self.divisionLabel = QLabel(RosterForm)
        self.divisionLabel.setObjectName(u"divisionLabel")
        self.divisionLabel.setProperty(u"look", u"label")

        self.head.addWidget(self.divisionLabel)

        self.division = DivisionField(RosterForm)
        self.division.setObjectName(u"division")
        self.division.setProperty(u"helpTopic", u"roster#choose")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.division.sizePolicy().hasHeightForWidth())
        self.division.setSizePolicy(sizePolicy)

        self.head.addWidget(self.division)

        self.list = QPushButton(RosterForm)
        self.list.setObjectName(u"list")
        self.list.setProperty(u"helpTopic", u"roster#list")
        self.list.setAutoDefault(False)
        self.list.setProperty(u"look", u"quiet")
        self.list.setProperty(u"iconName", u"file-text")

        self.head.addWidget(self.list)

        self.findLabel = QLabel(RosterForm)
        self.findLabel.setObjectName(u"findLabel")
        self.findLabel.setProperty(u"look", u"label")

        self.head.addWidget(self.findLabel)

        self.find = TextField(RosterForm)
        self.find.setObjectName(u"find")
        self.find.setProperty(u"helpTopic", u"roster#find")
        sizePolicy.setHeightForWidth(self.find.sizePolicy().hasHeightForWidth())
        self.find.setSizePolicy(sizePolicy)

        self.head.addWidget(self.find)

        self.head.setStretch(2, 3)
        self.head.setStretch(5, 2)

        self.page.addLayout(self.head)

        self.totalsCard = QFrame(RosterForm)
        self.totalsCard.setObjectName(u"totalsCard")
        self.totalsCard.setProperty(u"look", u"card")
        self.totalsRow = QHBoxLayout(self.totalsCard)
        self.totalsRow.setSpacing(16)
        self.totalsRow.setObjectName(u"totalsRow")
        self.totalsRow.setContentsMargins(16, 6, 16, 6)
        self.households = QLabel(self.totalsCard)
        self.households.setObjectName(u"households")
        self.households.setProperty(u"look", u"strong")

        self.totalsRow.addWidget(self.households)

        self.share = QProgressBar(self.totalsCard)
        self.share.setObjectName(u"share")
        self.share.setTextVisible(False)
        sizePolicy.setHeightForWidth(self.share.sizePolicy().hasHeightForWidth())
        self.share.setSizePolicy(sizePolicy)

        self.totalsRow.addWidget(self.share)

        self.people = QLabel(self.totalsCard)
        self.people.setObjectName(u"people")

        self.totalsRow.addWidget(self.people)

        self.due = QLabel(self.totalsCard)
        self.due.setObjectName(u"due")

        self.totalsRow.addWidget(self.due)

        self.collected = QLabel(self.totalsCard)
        self.collected.setObjectName(u"collected")
        self.collected.setProperty(u"tone", u"ok")

        self.totalsRow.addWidget(self.collected)

        self.totalsRow.setStretch(1, 1)

        self.page.addWidget(self.totalsCard)

        self.filters = QHBoxLayout()
        self.filters.setSpacing(16)
        self.filters.setObjectName(u"filters")
        self.filters.setContentsMargins(0, 0, 0, 0)
        self.filterAll = TabButton(RosterForm)
        self.filterAll.setObjectName(u"filterAll")
        self.filterAll.setProperty(u"helpTopic", u"roster#filter")
        self.filterAll.setAutoDefault(False)
        self.filterAll.setCheckable(True)
        self.filterAll.setAutoExclusive(True)
        self.filterAll.setProperty(u"look", u"tab")

        self.filters.addWidget(self.filterAll)

        self.filterTodo = TabButton(RosterForm)
        self.filterTodo.setObjectName(u"filterTodo")
        self.filterTodo.setProperty(u"helpTopic", u"roster#filter")
        self.filterTodo.setAutoDefault(False)
        self.filterTodo.setCheckable(True)
        self.filterTodo.setAutoExclusive(True)
        self.filterTodo.setProperty(u"look", u"tab")

        self.filters.addWidget(self.filterTodo)

        self.filterDone = TabButton(RosterForm)
        self.filterDone.setObjectName(u"filterDone")
        self.filterDone.setProperty(u"helpTopic", u"roster#filter")
        self.filterDone.setAutoDefault(False)
        self.filterDone.setCheckable(True)
        self.filterDone.setAutoExclusive(True)
        self.filterDone.setProperty(u"look", u"tab")

        self.filters.addWidget(self.filterDone)

        self.filterRemarks = TabButton(RosterForm)
        self.filterRemarks.setObjectName(u"filterRemarks")
        self.filterRemarks.setProperty(u"helpTopic", u"roster#filter")
        self.filterRemarks.setAutoDefault(False)
        self.filterRemarks.setCheckable(True)
        self.filterRemarks.setAutoExclusive(True)
        self.filterRemarks.setProperty(u"look", u"tab")

        self.filters.addWidget(self.filterRemarks)

        self.message = MessageLine(RosterForm)
        self.message.setObjectName(u"message")

        self.filters.addWidget(self.message)

        self.filters.setStretch(4, 1)

        self.page.addLayout(self.filters)

        self.bandsCard = QFrame(RosterForm)
        self.bandsCard.setObjectName(u"bandsCard")
        self.bandsCard.setProperty(u"look", u"card")
        sizePolicy1 = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy1.setHorizontalStretch(0)
        sizePolicy1.setVerticalStretch(0)
        sizePolicy1.setHeightForWidth(self.bandsCard.sizePolicy().hasHeightForWidth())
        self.bandsCard.setSizePolicy(sizePolicy1)
        self.cardBox = QVBoxLayout(self.bandsCard)
        self.cardBox.setSpacing(0)
        self.cardBox.setObjectName(u"cardBox")
        self.cardBox.setContentsMargins(0, 0, 0, 0)
        self.stack = QStackedWidget(self.bandsCard)
        self.stack.setObjectName(u"stack")
        self.bandsPage = QWidget()
        self.bandsPage.setObjectName(u"bandsPage")
        self.bandsBox = QVBoxLayout(self.bandsPage)
        self.bandsBox.setSpacing(0)
        self.bandsBox.setObjectName(u"bandsBox")
        self.bandsBox.setContentsMargins(1, 1, 1, 1)
        self.bands = BandList(self.bandsPage)
        self.bands.setObjectName(u"bands")
        self.bands.setProperty(u"helpTopic", u"roster#keys")
        sizePolicy1.setHeightForWidth(self.bands.sizePolicy().hasHeightForWidth())
        self.bands.setSizePolicy(sizePolicy1)

        self.bandsBox.addWidget(self.bands)

        self.stack.addWidget(self.bandsPage)
        self.messagePage = QWidget()
        self.messagePage.setObjectName(u"messagePage")
        self.messageBox = QVBoxLayout(self.messagePage)
        self.messageBox.setSpacing(8)
        self.messageBox.setObjectName(u"messageBox")
        self.messageBox.setContentsMargins(24, 24, 24, 24)
        self.pageText = QLabel(self.messagePage)
        self.pageText.setObjectName(u"pageText")
        self.pageText.setWordWrap(True)
        self.pageText.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.pageText.setProperty(u"look", u"label")
        sizePolicy1.setHeightForWidth(self.pageText.sizePolicy().hasHeightForWidth())
        self.pageText.setSizePolicy(sizePolicy1)

        self.messageBox.addWidget(self.pageText)

        self.stack.addWidget(self.messagePage)
        self.listPage = QWidget()
        self.listPage.setObjectName(u"listPage")
        self.listBox = QVBoxLayout(self.listPage)
        self.listBox.setSpacing(8)
        self.listBox.setObjectName(u"listBox")
        self.listBox.setContentsMargins(16, 16, 16, 16)
        self.listTitle = QLabel(self.listPage)
        self.listTitle.setObjectName(u"listTitle")
        self.listTitle.setProperty(u"look", u"label")

        self.listBox.addWidget(self.listTitle)

        self.listText = QPlainTextEdit(self.listPage)
        self.listText.setObjectName(u"listText")
        self.listText.setProperty(u"helpTopic", u"roster#list")
        self.listText.setTabChangesFocus(True)

        self.listBox.addWidget(self.listText)

        self.listActions = QHBoxLayout()
        self.listActions.setSpacing(8)
        self.listActions.setObjectName(u"listActions")
        self.listActions.setContentsMargins(0, 0, 0, 0)
        self.spacer_1 = QSpacerItem(8, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.listActions.addItem(self.spacer_1)

        self.listCancel = QPushButton(self.listPage)
        self.listCancel.setObjectName(u"listCancel")
        self.listCancel.setProperty(u"helpTopic", u"roster#list")
        self.listCancel.setAutoDefault(False)

        self.listActions.addWidget(self.listCancel)

        self.listOpen = QPushButton(self.listPage)
        self.listOpen.setObjectName(u"listOpen")
        self.listOpen.setProperty(u"helpTopic", u"roster#list")
        self.listOpen.setAutoDefault(False)
        self.listOpen.setProperty(u"look", u"primary")

        self.listActions.addWidget(self.listOpen)


        self.listBox.addLayout(self.listActions)

        self.stack.addWidget(self.listPage)
        self.batchPage = QWidget()
        self.batchPage.setObjectName(u"batchPage")
        self.batchBox = QVBoxLayout(self.batchPage)
        self.batchBox.setSpacing(8)
        self.batchBox.setObjectName(u"batchBox")
        self.batchBox.setContentsMargins(16, 16, 16, 16)
        self.batchPlan = QLabel(self.batchPage)
        self.batchPlan.setObjectName(u"batchPlan")
        self.batchPlan.setWordWrap(True)
        self.batchPlan.setProperty(u"look", u"strong")

        self.batchBox.addWidget(self.batchPlan)

        self.batchProgress = QProgressBar(self.batchPage)
        self.batchProgress.setObjectName(u"batchProgress")
        self.batchProgress.setTextVisible(False)

        self.batchBox.addWidget(self.batchProgress)

        self.batchLeft = QLabel(self.batchPage)
        self.batchLeft.setObjectName(u"batchLeft")
        self.batchLeft.setProperty(u"look", u"label")

        self.batchBox.addWidget(self.batchLeft)

        self.batchList = QListWidget(self.batchPage)
        self.batchList.setObjectName(u"batchList")
        self.batchList.setProperty(u"helpTopic", u"roster#batch")
        self.batchList.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

        self.batchBox.addWidget(self.batchList)

        self.batchActions = QHBoxLayout()
        self.batchActions.setSpacing(8)
        self.batchActions.setObjectName(u"batchActions")
        self.batchActions.setContentsMargins(0, 0, 0, 0)
        self.spacer_2 = QSpacerItem(8, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.batchActions.addItem(self.spacer_2)

        self.batchCancel = QPushButton(self.batchPage)
        self.batchCancel.setObjectName(u"batchCancel")
        self.batchCancel.setProperty(u"helpTopic", u"roster#batch")
        self.batchCancel.setAutoDefault(False)

        self.batchActions.addWidget(self.batchCancel)

        self.batchRun = QPushButton(self.batchPage)
        self.batchRun.setObjectName(u"batchRun")
        self.batchRun.setProperty(u"helpTopic", u"roster#batch")
        self.batchRun.setAutoDefault(False)
        self.batchRun.setProperty(u"look", u"primary")
        self.batchRun.setProperty(u"iconName", u"check")

        self.batchActions.addWidget(self.batchRun)


        self.batchBox.addLayout(self.batchActions)

        self.stack.addWidget(self.batchPage)

        self.cardBox.addWidget(self.stack)


        self.page.addWidget(self.bandsCard)

        self.actions = QGridLayout()
        self.actions.setSpacing(8)
        self.actions.setObjectName(u"actions")
        self.actions.setContentsMargins(0, 0, 0, 0)
        self.renew = QPushButton(RosterForm)
        self.renew.setObjectName(u"renew")
        self.renew.setProperty(u"helpTopic", u"roster#keys")
        self.renew.setAutoDefault(False)
        self.renew.setProperty(u"look", u"primary")
        self.renew.setProperty(u"iconName", u"check")

        self.actions.addWidget(self.renew, 0, 0, 1, 1)

        self.add = QPushButton(RosterForm)
        self.add.setObjectName(u"add")
        self.add.setProperty(u"helpTopic", u"roster#keys")
        self.add.setAutoDefault(False)

        self.actions.addWidget(self.add, 0, 1, 1, 1)

        self.died = QPushButton(RosterForm)
        self.died.setObjectName(u"died")
        self.died.setProperty(u"helpTopic", u"roster#gone")
        self.died.setAutoDefault(False)

        self.actions.addWidget(self.died, 0, 2, 1, 1)

        self.moved = QPushButton(RosterForm)
        self.moved.setObjectName(u"moved")
        self.moved.setProperty(u"helpTopic", u"roster#gone")
        self.moved.setAutoDefault(False)

        self.actions.addWidget(self.moved, 0, 3, 1, 1)

        self.employee = QPushButton(RosterForm)
        self.employee.setObjectName(u"employee")
        self.employee.setProperty(u"helpTopic", u"roster#gone")
        self.employee.setAutoDefault(False)

        self.actions.addWidget(self.employee, 0, 4, 1, 1)

        self.refuses = QPushButton(RosterForm)
        self.refuses.setObjectName(u"refuses")
        self.refuses.setProperty(u"helpTopic", u"roster#refuses")
        self.refuses.setAutoDefault(False)

        self.actions.addWidget(self.refuses, 0, 5, 1, 1)

        self.reason = QPushButton(RosterForm)
        self.reason.setObjectName(u"reason")
        self.reason.setProperty(u"helpTopic", u"roster#refuses")
        self.reason.setAutoDefault(False)

        self.actions.addWidget(self.reason, 0, 6, 1, 1)

        self.takeBack = QPushButton(RosterForm)
        self.takeBack.setObjectName(u"takeBack")
        self.takeBack.setProperty(u"helpTopic", u"roster#undo")
        self.takeBack.setAutoDefault(False)

        self.actions.addWidget(self.takeBack, 0, 7, 1, 1)

        self.undo = QPushButton(RosterForm)
        self.undo.setObjectName(u"undo")
        self.undo.setProperty(u"helpTopic", u"roster#undo")
        self.undo.setAutoDefault(False)

        self.actions.addWidget(self.undo, 0, 8, 1, 1)

        self.batch = QPushButton(RosterForm)
        self.batch.setObjectName(u"batch")
        self.batch.setProperty(u"helpTopic", u"roster#batch")
        self.batch.setAutoDefault(False)

        self.actions.addWidget(self.batch, 0, 9, 1, 1)

        self.collect = QPushButton(RosterForm)
        self.collect.setObjectName(u"collect")
        self.collect.setProperty(u"helpTopic", u"roster#collect")
        self.collect.setAutoDefault(False)
        self.collect.setProperty(u"iconName", u"hand-coins")

        self.actions.addWidget(self.collect, 0, 10, 1, 1)


        self.page.addLayout(self.actions)

        self.page.setStretch(3, 1)
#if QT_CONFIG(shortcut)
        self.divisionLabel.setBuddy(self.division)
        self.findLabel.setBuddy(self.find)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(RosterForm)
    # setupUi

    def retranslateUi(self, RosterForm):
        self.title.setText(QCoreApplication.translate("RosterForm", u"\u7eed\u4fdd\u540d\u518c", None))
        self.divisionLabel.setText(QCoreApplication.translate("RosterForm", u"\u6751\uff08\u793e\u533a\uff09(&X)", None))
#if QT_CONFIG(accessibility)
        self.division.setAccessibleName(QCoreApplication.translate("RosterForm", u"\u6751\uff08\u793e\u533a\uff09\u3001\u7ec4\u6216\u5b66\u6821", None))
#endif // QT_CONFIG(accessibility)
        self.list.setText(QCoreApplication.translate("RosterForm", u"\u540d\u5355\u2026", None))
        self.findLabel.setText(QCoreApplication.translate("RosterForm", u"\u67e5\u627e(&F)", None))
#if QT_CONFIG(accessibility)
        self.find.setAccessibleName(QCoreApplication.translate("RosterForm", u"\u5728\u540d\u518c\u4e2d\u67e5\u627e\u6237\u53f7\u3001\u59d3\u540d\u6216\u62fc\u97f3", None))
#endif // QT_CONFIG(accessibility)
        self.find.setPlaceholderText(QCoreApplication.translate("RosterForm", u"\u6237\u53f7\u3001\u59d3\u540d\u3001\u62fc\u97f3", None))
#if QT_CONFIG(accessibility)
        self.share.setAccessibleName(QCoreApplication.translate("RosterForm", u"\u5df2\u529e\u6237\u6570\u7684\u6bd4\u4f8b", None))
#endif // QT_CONFIG(accessibility)
        self.filterAll.setText("")
        self.filterTodo.setText("")
        self.filterDone.setText("")
        self.filterRemarks.setText("")
#if QT_CONFIG(accessibility)
        self.bands.setAccessibleName(QCoreApplication.translate("RosterForm", u"\u540d\u518c", None))
#endif // QT_CONFIG(accessibility)
        self.listTitle.setText(QCoreApplication.translate("RosterForm", u"\u7c98\u8d34\u6237\u53f7\u540d\u5355\uff0c\u6bcf\u884c\u4e00\u6237\uff1b\u4e5f\u53ef\u5199\u59d3\u540d\u3001\u8bc1\u4ef6\u53f7\u7801\u6216\u7535\u8bdd\u3002", None))
#if QT_CONFIG(accessibility)
        self.listText.setAccessibleName(QCoreApplication.translate("RosterForm", u"\u6237\u53f7\u540d\u5355", None))
#endif // QT_CONFIG(accessibility)
        self.listCancel.setText(QCoreApplication.translate("RosterForm", u"\u53d6\u6d88", None))
        self.listOpen.setText(QCoreApplication.translate("RosterForm", u"\u6253\u5f00\u540d\u5355", None))
#if QT_CONFIG(accessibility)
        self.batchProgress.setAccessibleName(QCoreApplication.translate("RosterForm", u"\u6574\u6279\u7eed\u4fdd\u7684\u8fdb\u5ea6", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.batchList.setAccessibleName(QCoreApplication.translate("RosterForm", u"\u4e0d\u5728\u5176\u5185\u7684\u6237", None))
#endif // QT_CONFIG(accessibility)
        self.batchCancel.setText(QCoreApplication.translate("RosterForm", u"\u53d6\u6d88", None))
        self.batchRun.setText(QCoreApplication.translate("RosterForm", u"\u6574\u6279\u7eed\u4fdd", None))
        self.renew.setText(QCoreApplication.translate("RosterForm", u"\u7eed\u4fdd  \u7a7a\u683c", None))
        self.add.setText(QCoreApplication.translate("RosterForm", u"\u6dfb\u4eba  A", None))
        self.died.setText(QCoreApplication.translate("RosterForm", u"\u6b7b\u4ea1  D", None))
        self.moved.setText(QCoreApplication.translate("RosterForm", u"\u8fc1\u51fa  Q", None))
        self.employee.setText(QCoreApplication.translate("RosterForm", u"\u804c\u5de5  Z", None))
        self.refuses.setText(QCoreApplication.translate("RosterForm", u"\u62d2\u4fdd  J", None))
        self.reason.setText(QCoreApplication.translate("RosterForm", u"\u5176\u4ed6  R", None))
        self.takeBack.setText(QCoreApplication.translate("RosterForm", u"\u6536\u56de  Del", None))
        self.undo.setText(QCoreApplication.translate("RosterForm", u"\u64a4\u9500  U", None))
        self.batch.setText(QCoreApplication.translate("RosterForm", u"\u6574\u6279  Ctrl+A", None))
        self.collect.setText(QCoreApplication.translate("RosterForm", u"\u6536\u8d39  F12", None))
        pass
    # retranslateUi
