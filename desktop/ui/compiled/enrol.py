# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'enrol.ui'
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
    QLabel, QPushButton, QScrollArea, QSizePolicy,
    QStackedWidget, QVBoxLayout, QWidget)

from desktop.ui.widgets.code_field import CodeField
from desktop.ui.widgets.division_field import DivisionField
from desktop.ui.widgets.elided_label import ElidedLabel
from desktop.ui.widgets.message_line import MessageLine
from desktop.ui.widgets.tab_button import TabButton
from desktop.ui.widgets.text_field import TextField

class Ui_EnrolForm(object):
    def setupUi(self, EnrolForm):
        if not EnrolForm.objectName():
            EnrolForm.setObjectName(u"EnrolForm")
        EnrolForm.setProperty(u"helpTopic", u"household")
        EnrolForm.setProperty(u"look", u"page")
        self.page = QVBoxLayout(EnrolForm)
        self.page.setSpacing(8)
        self.page.setObjectName(u"page")
        self.page.setContentsMargins(16, 8, 16, 8)
        self.head = QVBoxLayout()
        self.head.setSpacing(0)
        self.head.setObjectName(u"head")
        self.head.setContentsMargins(0, 0, 0, 0)
        self.titleRow = QHBoxLayout()
        self.titleRow.setSpacing(8)
        self.titleRow.setObjectName(u"titleRow")
        self.titleRow.setContentsMargins(0, 0, 0, 0)
        self.title = QLabel(EnrolForm)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"look", u"title")

        self.titleRow.addWidget(self.title)

        self.meta = ElidedLabel(EnrolForm)
        self.meta.setObjectName(u"meta")
        self.meta.setProperty(u"look", u"tone")
        self.meta.setProperty(u"tone", u"quiet")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.meta.sizePolicy().hasHeightForWidth())
        self.meta.setSizePolicy(sizePolicy)

        self.titleRow.addWidget(self.meta)

        self.newHousehold = QPushButton(EnrolForm)
        self.newHousehold.setObjectName(u"newHousehold")
        self.newHousehold.setProperty(u"helpTopic", u"household#new")
        self.newHousehold.setAutoDefault(False)
        self.newHousehold.setProperty(u"look", u"quiet")
        self.newHousehold.setProperty(u"iconName", u"house")

        self.titleRow.addWidget(self.newHousehold)

        self.addMember = QPushButton(EnrolForm)
        self.addMember.setObjectName(u"addMember")
        self.addMember.setProperty(u"helpTopic", u"household#add")
        self.addMember.setAutoDefault(False)
        self.addMember.setProperty(u"look", u"quiet")
        self.addMember.setProperty(u"iconName", u"user-plus")

        self.titleRow.addWidget(self.addMember)

        self.removeMember = QPushButton(EnrolForm)
        self.removeMember.setObjectName(u"removeMember")
        self.removeMember.setProperty(u"helpTopic", u"household#remove")
        self.removeMember.setAutoDefault(False)
        self.removeMember.setProperty(u"look", u"quiet")
        self.removeMember.setProperty(u"iconName", u"trash-2")

        self.titleRow.addWidget(self.removeMember)


        self.head.addLayout(self.titleRow)


        self.page.addLayout(self.head)

        self.columns = QHBoxLayout()
        self.columns.setSpacing(16)
        self.columns.setObjectName(u"columns")
        self.columns.setContentsMargins(0, 0, 0, 0)
        self.pageScroll = QScrollArea(EnrolForm)
        self.pageScroll.setObjectName(u"pageScroll")
        self.pageScroll.setWidgetResizable(True)
        self.pageScroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pageScroll.setFrameShape(QFrame.Shape.NoFrame)
        self.pageScroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.pageBody = QWidget()
        self.pageBody.setObjectName(u"pageBody")
        self.left = QVBoxLayout(self.pageBody)
        self.left.setSpacing(8)
        self.left.setObjectName(u"left")
        self.left.setContentsMargins(0, 0, 0, 0)
        self.householdCard = QFrame(self.pageBody)
        self.householdCard.setObjectName(u"householdCard")
        self.householdCard.setProperty(u"look", u"card")
        self.householdRow = QHBoxLayout(self.householdCard)
        self.householdRow.setSpacing(12)
        self.householdRow.setObjectName(u"householdRow")
        self.householdRow.setContentsMargins(16, 8, 16, 4)
        self.householdWho = QHBoxLayout()
        self.householdWho.setSpacing(12)
        self.householdWho.setObjectName(u"householdWho")
        self.householdWho.setContentsMargins(0, 0, 0, 0)
        self.box_number = QVBoxLayout()
        self.box_number.setSpacing(2)
        self.box_number.setObjectName(u"box_number")
        self.box_number.setContentsMargins(0, 0, 0, 0)
        self.label_number = QLabel(self.householdCard)
        self.label_number.setObjectName(u"label_number")
        self.label_number.setProperty(u"look", u"label")

        self.box_number.addWidget(self.label_number)

        self.number = TextField(self.householdCard)
        self.number.setObjectName(u"number")
        self.number.setProperty(u"helpTopic", u"household#number")

        self.box_number.addWidget(self.number)

        self.message_number = MessageLine(self.householdCard)
        self.message_number.setObjectName(u"message_number")

        self.box_number.addWidget(self.message_number)


        self.householdWho.addLayout(self.box_number)

        self.box_division = QVBoxLayout()
        self.box_division.setSpacing(2)
        self.box_division.setObjectName(u"box_division")
        self.box_division.setContentsMargins(0, 0, 0, 0)
        self.label_division = QLabel(self.householdCard)
        self.label_division.setObjectName(u"label_division")
        self.label_division.setProperty(u"look", u"label")

        self.box_division.addWidget(self.label_division)

        self.division = DivisionField(self.householdCard)
        self.division.setObjectName(u"division")
        self.division.setProperty(u"helpTopic", u"household#division")

        self.box_division.addWidget(self.division)

        self.message_division = MessageLine(self.householdCard)
        self.message_division.setObjectName(u"message_division")

        self.box_division.addWidget(self.message_division)


        self.householdWho.addLayout(self.box_division)

        self.householdWho.setStretch(0, 2)
        self.householdWho.setStretch(1, 4)

        self.householdRow.addLayout(self.householdWho)

        self.householdWhere = QHBoxLayout()
        self.householdWhere.setSpacing(12)
        self.householdWhere.setObjectName(u"householdWhere")
        self.householdWhere.setContentsMargins(0, 0, 0, 0)
        self.box_address = QVBoxLayout()
        self.box_address.setSpacing(2)
        self.box_address.setObjectName(u"box_address")
        self.box_address.setContentsMargins(0, 0, 0, 0)
        self.label_address = QLabel(self.householdCard)
        self.label_address.setObjectName(u"label_address")
        self.label_address.setProperty(u"look", u"label")

        self.box_address.addWidget(self.label_address)

        self.address = TextField(self.householdCard)
        self.address.setObjectName(u"address")
        self.address.setProperty(u"helpTopic", u"household#address")

        self.box_address.addWidget(self.address)

        self.message_address = MessageLine(self.householdCard)
        self.message_address.setObjectName(u"message_address")

        self.box_address.addWidget(self.message_address)


        self.householdWhere.addLayout(self.box_address)

        self.box_phone = QVBoxLayout()
        self.box_phone.setSpacing(2)
        self.box_phone.setObjectName(u"box_phone")
        self.box_phone.setContentsMargins(0, 0, 0, 0)
        self.label_phone = QLabel(self.householdCard)
        self.label_phone.setObjectName(u"label_phone")
        self.label_phone.setProperty(u"look", u"label")

        self.box_phone.addWidget(self.label_phone)

        self.phone = TextField(self.householdCard)
        self.phone.setObjectName(u"phone")
        self.phone.setProperty(u"helpTopic", u"household#phone")

        self.box_phone.addWidget(self.phone)

        self.message_phone = MessageLine(self.householdCard)
        self.message_phone.setObjectName(u"message_phone")

        self.box_phone.addWidget(self.message_phone)


        self.householdWhere.addLayout(self.box_phone)

        self.householdWhere.setStretch(0, 5)
        self.householdWhere.setStretch(1, 3)

        self.householdRow.addLayout(self.householdWhere)

        self.householdRow.setStretch(0, 6)
        self.householdRow.setStretch(1, 8)

        self.left.addWidget(self.householdCard)

        self.membersCard = QFrame(self.pageBody)
        self.membersCard.setObjectName(u"membersCard")
        self.membersCard.setProperty(u"look", u"card")
        sizePolicy1 = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        sizePolicy1.setHorizontalStretch(0)
        sizePolicy1.setVerticalStretch(1)
        sizePolicy1.setHeightForWidth(self.membersCard.sizePolicy().hasHeightForWidth())
        self.membersCard.setSizePolicy(sizePolicy1)
        self.membersBox = QVBoxLayout(self.membersCard)
        self.membersBox.setSpacing(0)
        self.membersBox.setObjectName(u"membersBox")
        self.membersBox.setContentsMargins(1, 1, 1, 1)
        self.membersHead = QFrame(self.membersCard)
        self.membersHead.setObjectName(u"membersHead")
        self.membersHead.setProperty(u"look", u"band")
        sizePolicy2 = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        sizePolicy2.setHorizontalStretch(0)
        sizePolicy2.setVerticalStretch(0)
        sizePolicy2.setHeightForWidth(self.membersHead.sizePolicy().hasHeightForWidth())
        self.membersHead.setSizePolicy(sizePolicy2)
        self.membersHeadRow = QVBoxLayout(self.membersHead)
        self.membersHeadRow.setSpacing(4)
        self.membersHeadRow.setObjectName(u"membersHeadRow")
        self.membersHeadRow.setContentsMargins(0, 0, 0, 0)

        self.membersBox.addWidget(self.membersHead)

        self.membersScroll = QScrollArea(self.membersCard)
        self.membersScroll.setObjectName(u"membersScroll")
        self.membersScroll.setWidgetResizable(True)
        self.membersScroll.setFrameShape(QFrame.Shape.NoFrame)
        self.membersScroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.membersScroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.membersBody = QWidget()
        self.membersBody.setObjectName(u"membersBody")
        self.membersRows = QVBoxLayout(self.membersBody)
        self.membersRows.setSpacing(0)
        self.membersRows.setObjectName(u"membersRows")
        self.membersRows.setContentsMargins(0, 0, 0, 0)
        self.membersScroll.setWidget(self.membersBody)

        self.membersBox.addWidget(self.membersScroll)

        self.membersLine = QFrame(self.membersCard)
        self.membersLine.setObjectName(u"membersLine")
        self.membersLine.setProperty(u"look", u"line")

        self.membersBox.addWidget(self.membersLine)

        self.messageBox = QHBoxLayout()
        self.messageBox.setSpacing(8)
        self.messageBox.setObjectName(u"messageBox")
        self.messageBox.setContentsMargins(12, 2, 12, 2)
        self.memberMessage = MessageLine(self.membersCard)
        self.memberMessage.setObjectName(u"memberMessage")

        self.messageBox.addWidget(self.memberMessage)


        self.membersBox.addLayout(self.messageBox)


        self.left.addWidget(self.membersCard)

        self.lowerCard = QFrame(self.pageBody)
        self.lowerCard.setObjectName(u"lowerCard")
        self.lowerCard.setProperty(u"helpTopic", u"member-details")
        self.lowerCard.setProperty(u"look", u"card")
        self.lowerBox = QVBoxLayout(self.lowerCard)
        self.lowerBox.setSpacing(4)
        self.lowerBox.setObjectName(u"lowerBox")
        self.lowerBox.setContentsMargins(16, 2, 16, 8)
        self.lowerTabs = QHBoxLayout()
        self.lowerTabs.setSpacing(16)
        self.lowerTabs.setObjectName(u"lowerTabs")
        self.lowerTabs.setContentsMargins(0, 0, 0, 0)
        self.tabDetail = TabButton(self.lowerCard)
        self.tabDetail.setObjectName(u"tabDetail")
        self.tabDetail.setProperty(u"helpTopic", u"member-details")
        self.tabDetail.setAutoDefault(False)
        self.tabDetail.setCheckable(True)
        self.tabDetail.setChecked(True)
        self.tabDetail.setAutoExclusive(True)
        self.tabDetail.setProperty(u"look", u"tab")

        self.lowerTabs.addWidget(self.tabDetail)

        self.tabBasis = TabButton(self.lowerCard)
        self.tabBasis.setObjectName(u"tabBasis")
        self.tabBasis.setProperty(u"helpTopic", u"price#why")
        self.tabBasis.setAutoDefault(False)
        self.tabBasis.setCheckable(True)
        self.tabBasis.setAutoExclusive(True)
        self.tabBasis.setProperty(u"look", u"tab")

        self.lowerTabs.addWidget(self.tabBasis)

        self.tabHistory = TabButton(self.lowerCard)
        self.tabHistory.setObjectName(u"tabHistory")
        self.tabHistory.setProperty(u"helpTopic", u"corrections")
        self.tabHistory.setAutoDefault(False)
        self.tabHistory.setCheckable(True)
        self.tabHistory.setAutoExclusive(True)
        self.tabHistory.setProperty(u"look", u"tab")

        self.lowerTabs.addWidget(self.tabHistory)

        self.lowerTitle = ElidedLabel(self.lowerCard)
        self.lowerTitle.setObjectName(u"lowerTitle")
        self.lowerTitle.setProperty(u"tone", u"quiet")
        sizePolicy.setHeightForWidth(self.lowerTitle.sizePolicy().hasHeightForWidth())
        self.lowerTitle.setSizePolicy(sizePolicy)

        self.lowerTabs.addWidget(self.lowerTitle)

        self.memberActions = QPushButton(self.lowerCard)
        self.memberActions.setObjectName(u"memberActions")
        self.memberActions.setProperty(u"helpTopic", u"corrections")
        self.memberActions.setAutoDefault(False)
        self.memberActions.setProperty(u"look", u"quiet")

        self.lowerTabs.addWidget(self.memberActions)


        self.lowerBox.addLayout(self.lowerTabs)

        self.lowerStack = QStackedWidget(self.lowerCard)
        self.lowerStack.setObjectName(u"lowerStack")
        self.detailScroll = QScrollArea()
        self.detailScroll.setObjectName(u"detailScroll")
        self.detailScroll.setWidgetResizable(True)
        self.detailScroll.setFrameShape(QFrame.Shape.NoFrame)
        self.detailScroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.detailScroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.detailPage = QWidget()
        self.detailPage.setObjectName(u"detailPage")
        self.detailBox = QVBoxLayout(self.detailPage)
        self.detailBox.setSpacing(8)
        self.detailBox.setObjectName(u"detailBox")
        self.detailBox.setContentsMargins(0, 0, 4, 0)
        self.detailScroll.setWidget(self.detailPage)
        self.lowerStack.addWidget(self.detailScroll)
        self.basisPage = QWidget()
        self.basisPage.setObjectName(u"basisPage")
        self.basisPage.setProperty(u"helpTopic", u"price#why")
        self.basisBox = QVBoxLayout(self.basisPage)
        self.basisBox.setSpacing(8)
        self.basisBox.setObjectName(u"basisBox")
        self.basisBox.setContentsMargins(0, 0, 0, 0)
        self.basisScroll = QScrollArea(self.basisPage)
        self.basisScroll.setObjectName(u"basisScroll")
        self.basisScroll.setWidgetResizable(True)
        self.basisScroll.setFrameShape(QFrame.Shape.NoFrame)
        self.basisScroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.basisBody = QWidget()
        self.basisBody.setObjectName(u"basisBody")
        self.basisLines = QVBoxLayout(self.basisBody)
        self.basisLines.setSpacing(4)
        self.basisLines.setObjectName(u"basisLines")
        self.basisLines.setContentsMargins(0, 4, 0, 4)
        self.basisScroll.setWidget(self.basisBody)

        self.basisBox.addWidget(self.basisScroll)

        self.lowerStack.addWidget(self.basisPage)
        self.historyScroll = QScrollArea()
        self.historyScroll.setObjectName(u"historyScroll")
        self.historyScroll.setProperty(u"helpTopic", u"corrections")
        self.historyScroll.setWidgetResizable(True)
        self.historyScroll.setFrameShape(QFrame.Shape.NoFrame)
        self.historyScroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.historyScroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.historyBody = QWidget()
        self.historyBody.setObjectName(u"historyBody")
        self.historyLines = QVBoxLayout(self.historyBody)
        self.historyLines.setSpacing(4)
        self.historyLines.setObjectName(u"historyLines")
        self.historyLines.setContentsMargins(0, 4, 4, 4)
        self.historyScroll.setWidget(self.historyBody)
        self.lowerStack.addWidget(self.historyScroll)
        self.taskScroll = QScrollArea()
        self.taskScroll.setObjectName(u"taskScroll")
        self.taskScroll.setProperty(u"helpTopic", u"corrections")
        self.taskScroll.setWidgetResizable(True)
        self.taskScroll.setFrameShape(QFrame.Shape.NoFrame)
        self.taskScroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.taskScroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.taskBody = QWidget()
        self.taskBody.setObjectName(u"taskBody")
        self.taskBox = QVBoxLayout(self.taskBody)
        self.taskBox.setSpacing(4)
        self.taskBox.setObjectName(u"taskBox")
        self.taskBox.setContentsMargins(0, 4, 4, 4)
        self.taskScroll.setWidget(self.taskBody)
        self.lowerStack.addWidget(self.taskScroll)

        self.lowerBox.addWidget(self.lowerStack)


        self.left.addWidget(self.lowerCard)

        self.left.setStretch(1, 1)
        self.pageScroll.setWidget(self.pageBody)

        self.columns.addWidget(self.pageScroll)

        self.priceCard = QFrame(EnrolForm)
        self.priceCard.setObjectName(u"priceCard")
        self.priceCard.setProperty(u"helpTopic", u"price")
        self.priceCard.setProperty(u"look", u"card")
        sizePolicy3 = QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        sizePolicy3.setHorizontalStretch(0)
        sizePolicy3.setVerticalStretch(0)
        sizePolicy3.setHeightForWidth(self.priceCard.sizePolicy().hasHeightForWidth())
        self.priceCard.setSizePolicy(sizePolicy3)
        self.priceBox = QVBoxLayout(self.priceCard)
        self.priceBox.setSpacing(8)
        self.priceBox.setObjectName(u"priceBox")
        self.priceBox.setContentsMargins(16, 12, 16, 16)
        self.priceHeading = QLabel(self.priceCard)
        self.priceHeading.setObjectName(u"priceHeading")
        self.priceHeading.setProperty(u"look", u"heading")

        self.priceBox.addWidget(self.priceHeading)

        self.priceTotal = QLabel(self.priceCard)
        self.priceTotal.setObjectName(u"priceTotal")
        self.priceTotal.setText(u"\u2014")
        self.priceTotal.setProperty(u"look", u"figure")

        self.priceBox.addWidget(self.priceTotal)

        self.priceOpen = QLabel(self.priceCard)
        self.priceOpen.setObjectName(u"priceOpen")
        self.priceOpen.setText(u"")
        self.priceOpen.setWordWrap(True)
        self.priceOpen.setProperty(u"look", u"hint")

        self.priceBox.addWidget(self.priceOpen)

        self.priceLine1 = QFrame(self.priceCard)
        self.priceLine1.setObjectName(u"priceLine1")
        self.priceLine1.setProperty(u"look", u"line")

        self.priceBox.addWidget(self.priceLine1)

        self.priceScroll = QScrollArea(self.priceCard)
        self.priceScroll.setObjectName(u"priceScroll")
        self.priceScroll.setWidgetResizable(True)
        self.priceScroll.setFrameShape(QFrame.Shape.NoFrame)
        self.priceScroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.priceScroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.priceBody = QWidget()
        self.priceBody.setObjectName(u"priceBody")
        self.priceLines = QVBoxLayout(self.priceBody)
        self.priceLines.setSpacing(8)
        self.priceLines.setObjectName(u"priceLines")
        self.priceLines.setContentsMargins(0, 4, 4, 4)
        self.priceScroll.setWidget(self.priceBody)

        self.priceBox.addWidget(self.priceScroll)

        self.priceLine2 = QFrame(self.priceCard)
        self.priceLine2.setObjectName(u"priceLine2")
        self.priceLine2.setProperty(u"look", u"line")

        self.priceBox.addWidget(self.priceLine2)

        self.priceSums = QWidget(self.priceCard)
        self.priceSums.setObjectName(u"priceSums")
        self.priceSumsBox = QVBoxLayout(self.priceSums)
        self.priceSumsBox.setSpacing(8)
        self.priceSumsBox.setObjectName(u"priceSumsBox")
        self.priceSumsBox.setContentsMargins(0, 0, 0, 0)
        self.priceTotals = QGridLayout()
        self.priceTotals.setObjectName(u"priceTotals")
        self.priceTotals.setHorizontalSpacing(8)
        self.priceTotals.setVerticalSpacing(4)
        self.priceTotals.setContentsMargins(0, 0, 0, 0)
        self.personsLabel = QLabel(self.priceSums)
        self.personsLabel.setObjectName(u"personsLabel")
        self.personsLabel.setProperty(u"look", u"label")

        self.priceTotals.addWidget(self.personsLabel, 0, 0, 1, 1)

        self.personsValue = QLabel(self.priceSums)
        self.personsValue.setObjectName(u"personsValue")
        self.personsValue.setText(u"\u2014")
        self.personsValue.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignVCenter)

        self.priceTotals.addWidget(self.personsValue, 0, 1, 1, 1)

        self.standardLabel = QLabel(self.priceSums)
        self.standardLabel.setObjectName(u"standardLabel")
        self.standardLabel.setProperty(u"look", u"label")

        self.priceTotals.addWidget(self.standardLabel, 1, 0, 1, 1)

        self.standardValue = QLabel(self.priceSums)
        self.standardValue.setObjectName(u"standardValue")
        self.standardValue.setText(u"")
        self.standardValue.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignVCenter)

        self.priceTotals.addWidget(self.standardValue, 1, 1, 1, 1)

        self.assistanceLabel = QLabel(self.priceSums)
        self.assistanceLabel.setObjectName(u"assistanceLabel")
        self.assistanceLabel.setProperty(u"look", u"label")

        self.priceTotals.addWidget(self.assistanceLabel, 2, 0, 1, 1)

        self.assistanceValue = QLabel(self.priceSums)
        self.assistanceValue.setObjectName(u"assistanceValue")
        self.assistanceValue.setText(u"")
        self.assistanceValue.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignVCenter)

        self.priceTotals.addWidget(self.assistanceValue, 2, 1, 1, 1)

        self.priceTotals.setColumnStretch(0, 1)

        self.priceSumsBox.addLayout(self.priceTotals)

        self.priceLine3 = QFrame(self.priceSums)
        self.priceLine3.setObjectName(u"priceLine3")
        self.priceLine3.setProperty(u"look", u"line")

        self.priceSumsBox.addWidget(self.priceLine3)

        self.coverHeading = QLabel(self.priceSums)
        self.coverHeading.setObjectName(u"coverHeading")
        self.coverHeading.setProperty(u"look", u"label")

        self.priceSumsBox.addWidget(self.coverHeading)

        self.coverValue = QLabel(self.priceSums)
        self.coverValue.setObjectName(u"coverValue")
        self.coverValue.setText(u"")
        self.coverValue.setWordWrap(True)

        self.priceSumsBox.addWidget(self.coverValue)


        self.priceBox.addWidget(self.priceSums)

        self.why = QPushButton(self.priceCard)
        self.why.setObjectName(u"why")
        self.why.setProperty(u"helpTopic", u"price#why")
        self.why.setAutoDefault(False)
        self.why.setProperty(u"iconName", u"scale")

        self.priceBox.addWidget(self.why)


        self.columns.addWidget(self.priceCard)

        self.columns.setStretch(0, 1)

        self.page.addLayout(self.columns)

        self.actions = QHBoxLayout()
        self.actions.setSpacing(8)
        self.actions.setObjectName(u"actions")
        self.actions.setContentsMargins(0, 0, 0, 0)
        self.keysHint = ElidedLabel(EnrolForm)
        self.keysHint.setObjectName(u"keysHint")
        self.keysHint.setProperty(u"look", u"hint")
        sizePolicy.setHeightForWidth(self.keysHint.sizePolicy().hasHeightForWidth())
        self.keysHint.setSizePolicy(sizePolicy)

        self.actions.addWidget(self.keysHint)

        self.cancel = QPushButton(EnrolForm)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setProperty(u"helpTopic", u"household#clear")
        self.cancel.setAutoDefault(False)

        self.actions.addWidget(self.cancel)

        self.save = QPushButton(EnrolForm)
        self.save.setObjectName(u"save")
        self.save.setProperty(u"helpTopic", u"household#save")
        self.save.setAutoDefault(False)
        self.save.setProperty(u"iconName", u"save")

        self.actions.addWidget(self.save)

        self.pay = QPushButton(EnrolForm)
        self.pay.setObjectName(u"pay")
        self.pay.setProperty(u"helpTopic", u"household#pay")
        self.pay.setAutoDefault(False)
        self.pay.setProperty(u"look", u"primary")
        self.pay.setProperty(u"iconName", u"printer")

        self.actions.addWidget(self.pay)


        self.page.addLayout(self.actions)

        self.page.setStretch(1, 1)
#if QT_CONFIG(shortcut)
        self.label_number.setBuddy(self.number)
        self.label_division.setBuddy(self.division)
        self.label_address.setBuddy(self.address)
        self.label_phone.setBuddy(self.phone)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(EnrolForm)
    # setupUi

    def retranslateUi(self, EnrolForm):
        self.title.setText(QCoreApplication.translate("EnrolForm", u"\u5bb6\u5ead\u53c2\u4fdd\u767b\u8bb0", None))
        self.newHousehold.setText(QCoreApplication.translate("EnrolForm", u"\u65b0\u6237 F2", None))
#if QT_CONFIG(tooltip)
        self.newHousehold.setToolTip(QCoreApplication.translate("EnrolForm", u"\u6e05\u7a7a\uff0c\u767b\u8bb0\u4e0b\u4e00\u6237", None))
#endif // QT_CONFIG(tooltip)
        self.addMember.setText(QCoreApplication.translate("EnrolForm", u"\u52a0\u6210\u5458 F4", None))
#if QT_CONFIG(tooltip)
        self.addMember.setToolTip(QCoreApplication.translate("EnrolForm", u"\u5149\u6807\u5230\u65b0\u7684\u4e00\u884c", None))
#endif // QT_CONFIG(tooltip)
        self.removeMember.setText(QCoreApplication.translate("EnrolForm", u"\u5220\u9664\u672c\u884c Ctrl+Del", None))
#if QT_CONFIG(tooltip)
        self.removeMember.setToolTip(QCoreApplication.translate("EnrolForm", u"\u4ece\u672c\u6237\u8868\u4e2d\u53bb\u6389\u5149\u6807\u6240\u5728\u7684\u6210\u5458", None))
#endif // QT_CONFIG(tooltip)
        self.label_number.setText(QCoreApplication.translate("EnrolForm", u"\u6237\u53f7(&U)", None))
#if QT_CONFIG(accessibility)
        self.number.setAccessibleName(QCoreApplication.translate("EnrolForm", u"\u6237\u53f7", None))
#endif // QT_CONFIG(accessibility)
        self.label_division.setText(QCoreApplication.translate("EnrolForm", u"\u6751\uff08\u793e\u533a\uff09(&C)", None))
#if QT_CONFIG(accessibility)
        self.division.setAccessibleName(QCoreApplication.translate("EnrolForm", u"\u6751\uff08\u793e\u533a\uff09", None))
#endif // QT_CONFIG(accessibility)
        self.label_address.setText(QCoreApplication.translate("EnrolForm", u"\u4f4f\u5740(&D)", None))
#if QT_CONFIG(accessibility)
        self.address.setAccessibleName(QCoreApplication.translate("EnrolForm", u"\u4f4f\u5740", None))
#endif // QT_CONFIG(accessibility)
        self.label_phone.setText(QCoreApplication.translate("EnrolForm", u"\u8054\u7cfb\u7535\u8bdd(&T)", None))
#if QT_CONFIG(accessibility)
        self.phone.setAccessibleName(QCoreApplication.translate("EnrolForm", u"\u8054\u7cfb\u7535\u8bdd", None))
#endif // QT_CONFIG(accessibility)
        self.tabDetail.setText(QCoreApplication.translate("EnrolForm", u"\u6210\u5458\u8be6\u60c5 F6", None))
        self.tabBasis.setText(QCoreApplication.translate("EnrolForm", u"\u8ba1\u7b97\u4f9d\u636e F8", None))
        self.tabHistory.setText(QCoreApplication.translate("EnrolForm", u"\u53d8\u66f4\u8bb0\u5f55 Ctrl+H", None))
        self.memberActions.setText(QCoreApplication.translate("EnrolForm", u"\u529e\u7406 Ctrl+M", None))
#if QT_CONFIG(tooltip)
        self.memberActions.setToolTip(QCoreApplication.translate("EnrolForm", u"\u8bc1\u4ef6\u53d8\u66f4\u3001\u53d8\u6362\u5bb6\u5ead\u3001\u4f5c\u5e9f\u7b49", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.basisScroll.setAccessibleName(QCoreApplication.translate("EnrolForm", u"\u8ba1\u7b97\u4f9d\u636e", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.historyScroll.setAccessibleName(QCoreApplication.translate("EnrolForm", u"\u53d8\u66f4\u8bb0\u5f55", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.taskScroll.setAccessibleName(QCoreApplication.translate("EnrolForm", u"\u529e\u7406", None))
#endif // QT_CONFIG(accessibility)
        self.priceHeading.setText(QCoreApplication.translate("EnrolForm", u"\u672c\u6237\u5e94\u7f34\u5408\u8ba1", None))
#if QT_CONFIG(accessibility)
        self.priceTotal.setAccessibleName(QCoreApplication.translate("EnrolForm", u"\u672c\u6237\u5e94\u7f34\u5408\u8ba1", None))
#endif // QT_CONFIG(accessibility)
        self.personsLabel.setText(QCoreApplication.translate("EnrolForm", u"\u53c2\u4fdd\u4eba\u6570", None))
        self.standardLabel.setText(QCoreApplication.translate("EnrolForm", u"\u4e2a\u4eba\u7f34\u8d39\u6807\u51c6", None))
        self.assistanceLabel.setText(QCoreApplication.translate("EnrolForm", u"\u8d44\u52a9\u53c2\u4fdd", None))
        self.coverHeading.setText(QCoreApplication.translate("EnrolForm", u"\u5f85\u9047\u671f", None))
        self.why.setText(QCoreApplication.translate("EnrolForm", u"\u8ba1\u7b97\u4f9d\u636e F8", None))
        self.keysHint.setText(QCoreApplication.translate("EnrolForm", u"Enter \u4e0b\u4e00\u9879 \u00b7 Shift+Enter \u4e0a\u4e00\u9879 \u00b7 Ctrl+D \u540c\u4e0a \u00b7 Ctrl+Z \u64a4\u9500 \u00b7 F6 \u6362\u533a \u00b7 F8 \u4f9d\u636e", None))
        self.cancel.setText(QCoreApplication.translate("EnrolForm", u"\u6e05\u7a7a Esc", None))
        self.save.setText(QCoreApplication.translate("EnrolForm", u"\u4fdd\u5b58 F9", None))
        self.pay.setText(QCoreApplication.translate("EnrolForm", u"\u6536\u8d39\u5e76\u6253\u5370 F12", None))
        pass
    # retranslateUi
