# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'divisions.ui'
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
    QHeaderView, QLabel, QLineEdit, QProgressBar,
    QPushButton, QSizePolicy, QSpacerItem, QTableWidget,
    QTableWidgetItem, QVBoxLayout, QWidget)

from desktop.ui.widgets.elided_label import ElidedLabel
from desktop.ui.widgets.message_line import MessageLine
from desktop.ui.widgets.tab_button import TabButton

class Ui_DivisionsForm(object):
    def setupUi(self, DivisionsForm):
        if not DivisionsForm.objectName():
            DivisionsForm.setObjectName(u"DivisionsForm")
        DivisionsForm.setProperty(u"helpTopic", u"divisions")
        DivisionsForm.setProperty(u"look", u"page")
        self.page = QVBoxLayout(DivisionsForm)
        self.page.setSpacing(8)
        self.page.setObjectName(u"page")
        self.page.setContentsMargins(16, 8, 16, 8)
        self.head = QHBoxLayout()
        self.head.setSpacing(16)
        self.head.setObjectName(u"head")
        self.head.setContentsMargins(0, 0, 0, 0)
        self.title = QLabel(DivisionsForm)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"look", u"title")

        self.head.addWidget(self.title)

        self.modeTree = TabButton(DivisionsForm)
        self.modeTree.setObjectName(u"modeTree")
        self.modeTree.setProperty(u"helpTopic", u"divisions#tree")
        self.modeTree.setAutoDefault(False)
        self.modeTree.setProperty(u"look", u"tab")
        self.modeTree.setCheckable(True)
        self.modeTree.setAutoExclusive(True)

        self.head.addWidget(self.modeTree)

        self.modeList = TabButton(DivisionsForm)
        self.modeList.setObjectName(u"modeList")
        self.modeList.setProperty(u"helpTopic", u"divisions#import")
        self.modeList.setAutoDefault(False)
        self.modeList.setProperty(u"look", u"tab")
        self.modeList.setCheckable(True)
        self.modeList.setAutoExclusive(True)

        self.head.addWidget(self.modeList)

        self.modeMoving = TabButton(DivisionsForm)
        self.modeMoving.setObjectName(u"modeMoving")
        self.modeMoving.setProperty(u"helpTopic", u"divisions#moving")
        self.modeMoving.setAutoDefault(False)
        self.modeMoving.setProperty(u"look", u"tab")
        self.modeMoving.setCheckable(True)
        self.modeMoving.setAutoExclusive(True)

        self.head.addWidget(self.modeMoving)

        self.spacer_head = QSpacerItem(40, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.head.addItem(self.spacer_head)


        self.page.addLayout(self.head)

        self.card = QFrame(DivisionsForm)
        self.card.setObjectName(u"card")
        self.card.setProperty(u"look", u"card")
        self.box = QVBoxLayout(self.card)
        self.box.setSpacing(8)
        self.box.setObjectName(u"box")
        self.box.setContentsMargins(16, 16, 16, 8)
        self.search = QLineEdit(self.card)
        self.search.setObjectName(u"search")
        self.search.setProperty(u"helpTopic", u"divisions#tree")
        self.search.setMaxLength(60)

        self.box.addWidget(self.search)

        self.summary = ElidedLabel(self.card)
        self.summary.setObjectName(u"summary")
        self.summary.setProperty(u"look", u"strong")

        self.box.addWidget(self.summary)

        self.tree = QTableWidget(self.card)
        self.tree.setObjectName(u"tree")
        self.tree.setProperty(u"helpTopic", u"divisions#tree")
        self.tree.setShowGrid(False)
        self.tree.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

        self.box.addWidget(self.tree)

        self.findings = QTableWidget(self.card)
        self.findings.setObjectName(u"findings")
        self.findings.setProperty(u"helpTopic", u"divisions#import")
        self.findings.setShowGrid(False)
        self.findings.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.findings.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.findings.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

        self.box.addWidget(self.findings)

        self.moving = QTableWidget(self.card)
        self.moving.setObjectName(u"moving")
        self.moving.setProperty(u"helpTopic", u"divisions#moving")
        self.moving.setShowGrid(False)
        self.moving.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.moving.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.moving.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

        self.box.addWidget(self.moving)

        self.empty = QLabel(self.card)
        self.empty.setObjectName(u"empty")
        self.empty.setText(u"")
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
        self.keys = ElidedLabel(DivisionsForm)
        self.keys.setObjectName(u"keys")
        self.keys.setProperty(u"look", u"hint")
        sizePolicy1 = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        sizePolicy1.setHorizontalStretch(0)
        sizePolicy1.setVerticalStretch(0)
        sizePolicy1.setHeightForWidth(self.keys.sizePolicy().hasHeightForWidth())
        self.keys.setSizePolicy(sizePolicy1)

        self.actions.addWidget(self.keys)

        self.bar = QProgressBar(DivisionsForm)
        self.bar.setObjectName(u"bar")
        self.bar.setTextVisible(False)

        self.actions.addWidget(self.bar)

        self.stop = QPushButton(DivisionsForm)
        self.stop.setObjectName(u"stop")
        self.stop.setAutoDefault(False)

        self.actions.addWidget(self.stop)

        self.back = QPushButton(DivisionsForm)
        self.back.setObjectName(u"back")
        self.back.setAutoDefault(False)

        self.actions.addWidget(self.back)

        self.importTargets = QPushButton(DivisionsForm)
        self.importTargets.setObjectName(u"importTargets")
        self.importTargets.setProperty(u"helpTopic", u"divisions#targets")
        self.importTargets.setAutoDefault(False)

        self.actions.addWidget(self.importTargets)

        self.importUnits = QPushButton(DivisionsForm)
        self.importUnits.setObjectName(u"importUnits")
        self.importUnits.setProperty(u"helpTopic", u"divisions#import")
        self.importUnits.setAutoDefault(False)

        self.actions.addWidget(self.importUnits)

        self.act = QPushButton(DivisionsForm)
        self.act.setObjectName(u"act")
        self.act.setProperty(u"helpTopic", u"divisions#import")
        self.act.setText(u"")
        self.act.setAutoDefault(False)
        self.act.setProperty(u"look", u"primary")

        self.actions.addWidget(self.act)


        self.page.addLayout(self.actions)

        self.page.setStretch(1, 1)

        self.retranslateUi(DivisionsForm)
    # setupUi

    def retranslateUi(self, DivisionsForm):
        self.title.setText(QCoreApplication.translate("DivisionsForm", u"\u533a\u5212\u7ba1\u7406", None))
        self.modeTree.setText(QCoreApplication.translate("DivisionsForm", u"\u533a\u5212", None))
        self.modeList.setText(QCoreApplication.translate("DivisionsForm", u"\u5bfc\u5165\u6838\u5bf9", None))
        self.modeMoving.setText(QCoreApplication.translate("DivisionsForm", u"\u5f85\u8fc1\u6237", None))
#if QT_CONFIG(accessibility)
        self.search.setAccessibleName(QCoreApplication.translate("DivisionsForm", u"\u67e5\u627e\u5355\u4f4d", None))
#endif // QT_CONFIG(accessibility)
        self.search.setPlaceholderText(QCoreApplication.translate("DivisionsForm", u"\u540d\u79f0\u3001\u62fc\u97f3\u6216\u4ee3\u7801", None))
#if QT_CONFIG(accessibility)
        self.tree.setAccessibleName(QCoreApplication.translate("DivisionsForm", u"\u533a\u5212", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.findings.setAccessibleName(QCoreApplication.translate("DivisionsForm", u"\u5bfc\u5165\u6838\u5bf9\u6e05\u5355", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.moving.setAccessibleName(QCoreApplication.translate("DivisionsForm", u"\u5f85\u8fc1\u6237\u6e05\u5355", None))
#endif // QT_CONFIG(accessibility)
        self.keys.setText(QCoreApplication.translate("DivisionsForm", u"Enter \u4e0b\u4e00\u7ea7 \u00b7 Esc \u4e0a\u4e00\u7ea7 \u00b7 F6 \u6362\u8868", None))
#if QT_CONFIG(accessibility)
        self.bar.setAccessibleName(QCoreApplication.translate("DivisionsForm", u"\u8fdb\u5ea6", None))
#endif // QT_CONFIG(accessibility)
        self.stop.setText(QCoreApplication.translate("DivisionsForm", u"\u505c\u6b62 Esc", None))
        self.back.setText(QCoreApplication.translate("DivisionsForm", u"\u8fd4\u56de\u8bbe\u7f6e", None))
        self.importTargets.setText(QCoreApplication.translate("DivisionsForm", u"\u5bfc\u5165\u4efb\u52a1\u6570(&T)", None))
        self.importUnits.setText(QCoreApplication.translate("DivisionsForm", u"\u5bfc\u5165\u533a\u5212(&I)", None))
        pass
    # retranslateUi
