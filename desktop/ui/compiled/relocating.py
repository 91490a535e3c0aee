# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'relocating.ui'
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
    QLabel, QProgressBar, QPushButton, QScrollArea,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from desktop.ui.widgets.code_field import CodeField
from desktop.ui.widgets.message_line import MessageLine
from desktop.ui.widgets.text_field import TextField

class Ui_RelocatingForm(object):
    def setupUi(self, RelocatingForm):
        if not RelocatingForm.objectName():
            RelocatingForm.setObjectName(u"RelocatingForm")
        RelocatingForm.setProperty(u"helpTopic", u"move")
        RelocatingForm.setProperty(u"look", u"page")
        self.page = QVBoxLayout(RelocatingForm)
        self.page.setSpacing(8)
        self.page.setObjectName(u"page")
        self.page.setContentsMargins(16, 8, 16, 8)
        self.title = QLabel(RelocatingForm)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"look", u"title")

        self.page.addWidget(self.title)

        self.pageScroll = QScrollArea(RelocatingForm)
        self.pageScroll.setObjectName(u"pageScroll")
        self.pageScroll.setWidgetResizable(True)
        self.pageScroll.setFrameShape(QFrame.Shape.NoFrame)
        self.pageScroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.pageBody = QWidget()
        self.pageBody.setObjectName(u"pageBody")
        self.cards = QVBoxLayout(self.pageBody)
        self.cards.setSpacing(8)
        self.cards.setObjectName(u"cards")
        self.cards.setContentsMargins(0, 0, 0, 0)
        self.beforeCard = QFrame(self.pageBody)
        self.beforeCard.setObjectName(u"beforeCard")
        self.beforeCard.setProperty(u"look", u"card")
        self.beforeCardBox = QVBoxLayout(self.beforeCard)
        self.beforeCardBox.setSpacing(8)
        self.beforeCardBox.setObjectName(u"beforeCardBox")
        self.beforeCardBox.setContentsMargins(16, 12, 16, 12)
        self.beforeTitle = QLabel(self.beforeCard)
        self.beforeTitle.setObjectName(u"beforeTitle")
        self.beforeTitle.setProperty(u"look", u"heading")

        self.beforeCardBox.addWidget(self.beforeTitle)

        self.before = QLabel(self.beforeCard)
        self.before.setObjectName(u"before")
        self.before.setText(u"")
        self.before.setWordWrap(True)
        self.before.setTextFormat(Qt.TextFormat.PlainText)
        self.before.setProperty(u"helpTopic", u"move#before")

        self.beforeCardBox.addWidget(self.before)


        self.cards.addWidget(self.beforeCard)

        self.fieldCard = QFrame(self.pageBody)
        self.fieldCard.setObjectName(u"fieldCard")
        self.fieldCard.setProperty(u"look", u"card")
        self.fieldCardBox = QVBoxLayout(self.fieldCard)
        self.fieldCardBox.setSpacing(8)
        self.fieldCardBox.setObjectName(u"fieldCardBox")
        self.fieldCardBox.setContentsMargins(16, 12, 16, 12)
        self.grid = QGridLayout()
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(16)
        self.grid.setVerticalSpacing(4)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.label_township = QLabel(self.fieldCard)
        self.label_township.setObjectName(u"label_township")
        self.label_township.setProperty(u"look", u"label")

        self.grid.addWidget(self.label_township, 0, 0, 1, 1)

        self.box_township = QVBoxLayout()
        self.box_township.setSpacing(0)
        self.box_township.setObjectName(u"box_township")
        self.township = CodeField(self.fieldCard)
        self.township.setObjectName(u"township")
        self.township.setProperty(u"helpTopic", u"move#fields")

        self.box_township.addWidget(self.township)

        self.typed = TextField(self.fieldCard)
        self.typed.setObjectName(u"typed")
        self.typed.setProperty(u"helpTopic", u"move#fields")

        self.box_township.addWidget(self.typed)


        self.grid.addLayout(self.box_township, 0, 1, 1, 1)

        self.message_township = MessageLine(self.fieldCard)
        self.message_township.setObjectName(u"message_township")

        self.grid.addWidget(self.message_township, 1, 1, 1, 2)

        self.label_code = QLabel(self.fieldCard)
        self.label_code.setObjectName(u"label_code")
        self.label_code.setProperty(u"look", u"label")

        self.grid.addWidget(self.label_code, 2, 0, 1, 1)

        self.code = TextField(self.fieldCard)
        self.code.setObjectName(u"code")
        self.code.setProperty(u"helpTopic", u"move#fields")

        self.grid.addWidget(self.code, 2, 1, 1, 1)

        self.message_code = MessageLine(self.fieldCard)
        self.message_code.setObjectName(u"message_code")

        self.grid.addWidget(self.message_code, 3, 1, 1, 2)

        self.label_name = QLabel(self.fieldCard)
        self.label_name.setObjectName(u"label_name")
        self.label_name.setProperty(u"look", u"label")

        self.grid.addWidget(self.label_name, 4, 0, 1, 1)

        self.name = TextField(self.fieldCard)
        self.name.setObjectName(u"name")
        self.name.setProperty(u"helpTopic", u"move#fields")

        self.grid.addWidget(self.name, 4, 1, 1, 1)

        self.message_name = MessageLine(self.fieldCard)
        self.message_name.setObjectName(u"message_name")

        self.grid.addWidget(self.message_name, 5, 1, 1, 2)

        self.grid.setColumnStretch(1, 2)
        self.grid.setColumnStretch(2, 1)

        self.fieldCardBox.addLayout(self.grid)


        self.cards.addWidget(self.fieldCard)

        self.happensCard = QFrame(self.pageBody)
        self.happensCard.setObjectName(u"happensCard")
        self.happensCard.setProperty(u"look", u"card")
        self.happensCardBox = QVBoxLayout(self.happensCard)
        self.happensCardBox.setSpacing(8)
        self.happensCardBox.setObjectName(u"happensCardBox")
        self.happensCardBox.setContentsMargins(16, 12, 16, 12)
        self.happensTitle = QLabel(self.happensCard)
        self.happensTitle.setObjectName(u"happensTitle")
        self.happensTitle.setProperty(u"look", u"heading")

        self.happensCardBox.addWidget(self.happensTitle)

        self.happens = QLabel(self.happensCard)
        self.happens.setObjectName(u"happens")
        self.happens.setWordWrap(True)
        self.happens.setTextFormat(Qt.TextFormat.PlainText)
        self.happens.setProperty(u"helpTopic", u"move#steps")

        self.happensCardBox.addWidget(self.happens)


        self.cards.addWidget(self.happensCard)

        self.below = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.cards.addItem(self.below)

        self.pageScroll.setWidget(self.pageBody)

        self.page.addWidget(self.pageScroll)

        self.note = QLabel(RelocatingForm)
        self.note.setObjectName(u"note")
        self.note.setText(u"")
        self.note.setWordWrap(True)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setProperty(u"helpTopic", u"move#trouble")

        self.page.addWidget(self.note)

        self.actions = QHBoxLayout()
        self.actions.setSpacing(8)
        self.actions.setObjectName(u"actions")
        self.actions.setContentsMargins(0, 0, 0, 0)
        self.bar = QProgressBar(RelocatingForm)
        self.bar.setObjectName(u"bar")
        self.bar.setTextVisible(False)

        self.actions.addWidget(self.bar)

        self.between = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.actions.addItem(self.between)

        self.back = QPushButton(RelocatingForm)
        self.back.setObjectName(u"back")
        self.back.setAutoDefault(False)

        self.actions.addWidget(self.back)

        self.act = QPushButton(RelocatingForm)
        self.act.setObjectName(u"act")
        self.act.setAutoDefault(False)
        self.act.setProperty(u"look", u"primary")
        self.act.setProperty(u"helpTopic", u"move#steps")

        self.actions.addWidget(self.act)


        self.page.addLayout(self.actions)

        self.page.setStretch(1, 1)
#if QT_CONFIG(shortcut)
        self.label_township.setBuddy(self.township)
        self.label_code.setBuddy(self.code)
        self.label_name.setBuddy(self.name)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(RelocatingForm)
    # setupUi

    def retranslateUi(self, RelocatingForm):
#if QT_CONFIG(accessibility)
        RelocatingForm.setAccessibleName(QCoreApplication.translate("RelocatingForm", u"\u6362\u5230\u53e6\u4e00\u4e2a\u4e61\u9547", None))
#endif // QT_CONFIG(accessibility)
        self.title.setText(QCoreApplication.translate("RelocatingForm", u"\u6362\u5230\u53e6\u4e00\u4e2a\u4e61\u9547", None))
        self.beforeTitle.setText(QCoreApplication.translate("RelocatingForm", u"\u6362\u4e4b\u524d", None))
        self.label_township.setText(QCoreApplication.translate("RelocatingForm", u"\u65b0\u4e61\u9547(&T)", None))
#if QT_CONFIG(accessibility)
        self.township.setAccessibleName(QCoreApplication.translate("RelocatingForm", u"\u65b0\u4e61\u9547", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.typed.setAccessibleName(QCoreApplication.translate("RelocatingForm", u"\u65b0\u4e61\u9547\u7684\u533a\u5212\u4ee3\u7801", None))
#endif // QT_CONFIG(accessibility)
        self.label_code.setText(QCoreApplication.translate("RelocatingForm", u"\u6ce8\u518c\u7801(&C)", None))
#if QT_CONFIG(accessibility)
        self.code.setAccessibleName(QCoreApplication.translate("RelocatingForm", u"\u6ce8\u518c\u7801", None))
#endif // QT_CONFIG(accessibility)
        self.label_name.setText(QCoreApplication.translate("RelocatingForm", u"\u65b0\u7ad9\u540d\u79f0(&N)", None))
#if QT_CONFIG(accessibility)
        self.name.setAccessibleName(QCoreApplication.translate("RelocatingForm", u"\u65b0\u7ad9\u540d\u79f0", None))
#endif // QT_CONFIG(accessibility)
        self.happensTitle.setText(QCoreApplication.translate("RelocatingForm", u"\u5c06\u4f1a\u8fd9\u6837\u505a", None))
        self.happens.setText(QCoreApplication.translate("RelocatingForm", u"1. \u5148\u628a\u7b49\u5f85\u4e0a\u4f20\u7684\u4e1a\u52a1\u5168\u90e8\u4ea4\u5230\u53bf\u4e2d\u5fc3\uff0c\u4e00\u6761\u4e0d\u6f0f\u624d\u5f80\u4e0b\u8d70\u3002\n"
"2. \u7528\u6ce8\u518c\u7801\u7ed9\u65b0\u4e61\u9547\u6ce8\u518c\u4e00\u4e2a\u65b0\u7ad9\uff1a\u767b\u5f55\u7684\u4eba\u548c\u53e3\u4ee4\u4e0d\u53d8\uff0c\u6536\u636e\u53e6\u8d77\u53f7\u6bb5\uff0c\u539f\u7ad9\u6ca1\u6709\u7528\u5b8c\u7684\u53f7\u7801\u7559\u7a7a\u4e0d\u7528\u3002\n"
"3. \u539f\u4e61\u9547\u7684\u8d44\u6599\u3001\u5907\u4efd\u548c\u6536\u636e\u6587\u4ef6\u4ece\u672c\u673a\u5220\u9664\uff1b\u53bf\u4e2d\u5fc3\u90fd\u6709\uff0c\u968f\u65f6\u53ef\u4ee5\u67e5\u3002\n"
"4. \u91cd\u65b0\u767b\u5f55\uff0c\u65b0\u4e61\u9547\u7684\u8d44\u6599\u81ea\u52a8\u4e0b\u8f7d\u3002", None))
#if QT_CONFIG(accessibility)
        self.bar.setAccessibleName(QCoreApplication.translate("RelocatingForm", u"\u4e0a\u4f20\u8fdb\u5ea6", None))
#endif // QT_CONFIG(accessibility)
        self.back.setText(QCoreApplication.translate("RelocatingForm", u"\u8fd4\u56de Esc", None))
        self.act.setText(QCoreApplication.translate("RelocatingForm", u"\u4e0b\u4e00\u6b65 F9", None))
    # retranslateUi
