# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'centre.ui'
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
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QLabel,
    QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)

from desktop.ui.widgets.message_line import MessageLine
from desktop.ui.widgets.text_field import TextField

class Ui_CentreForm(object):
    def setupUi(self, CentreForm):
        if not CentreForm.objectName():
            CentreForm.setObjectName(u"CentreForm")
        CentreForm.setProperty(u"look", u"page")
        CentreForm.setProperty(u"helpTopic", u"first-run#centre")
        self.page = QVBoxLayout(CentreForm)
        self.page.setObjectName(u"page")
        self.page.setContentsMargins(16, 12, 16, 12)
        self.above = QSpacerItem(8, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.page.addItem(self.above)

        self.middle = QHBoxLayout()
        self.middle.setObjectName(u"middle")
        self.leftOf = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.middle.addItem(self.leftOf)

        self.card = QFrame(CentreForm)
        self.card.setObjectName(u"card")
        self.card.setProperty(u"look", u"card")
        self.box = QVBoxLayout(self.card)
        self.box.setSpacing(8)
        self.box.setObjectName(u"box")
        self.box.setContentsMargins(24, 16, 24, 16)
        self.head = QHBoxLayout()
        self.head.setObjectName(u"head")
        self.title = QLabel(self.card)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"look", u"title")

        self.head.addWidget(self.title)

        self.headGap = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.head.addItem(self.headGap)

        self.progress = QLabel(self.card)
        self.progress.setObjectName(u"progress")
        self.progress.setProperty(u"tone", u"quiet")

        self.head.addWidget(self.progress)


        self.box.addLayout(self.head)

        self.line1 = QFrame(self.card)
        self.line1.setObjectName(u"line1")
        self.line1.setProperty(u"look", u"line")

        self.box.addWidget(self.line1)

        self.fields = QWidget(self.card)
        self.fields.setObjectName(u"fields")
        self.fieldBox = QVBoxLayout(self.fields)
        self.fieldBox.setSpacing(4)
        self.fieldBox.setObjectName(u"fieldBox")
        self.fieldBox.setContentsMargins(0, 0, 0, 0)
        self.intro = QLabel(self.fields)
        self.intro.setObjectName(u"intro")
        self.intro.setWordWrap(True)

        self.fieldBox.addWidget(self.intro)

        self.gap = QSpacerItem(0, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.fieldBox.addItem(self.gap)

        self.label_address = QLabel(self.fields)
        self.label_address.setObjectName(u"label_address")
        self.label_address.setProperty(u"look", u"label")

        self.fieldBox.addWidget(self.label_address)

        self.address = TextField(self.fields)
        self.address.setObjectName(u"address")
        self.address.setProperty(u"helpTopic", u"first-run#centre")
        self.address.setPlaceholderText(u"https://")

        self.fieldBox.addWidget(self.address)

        self.message_address = MessageLine(self.fields)
        self.message_address.setObjectName(u"message_address")

        self.fieldBox.addWidget(self.message_address)

        self.label_code = QLabel(self.fields)
        self.label_code.setObjectName(u"label_code")
        self.label_code.setProperty(u"look", u"label")

        self.fieldBox.addWidget(self.label_code)

        self.code = TextField(self.fields)
        self.code.setObjectName(u"code")
        self.code.setProperty(u"helpTopic", u"first-run#centre")

        self.fieldBox.addWidget(self.code)

        self.message_code = MessageLine(self.fields)
        self.message_code.setObjectName(u"message_code")

        self.fieldBox.addWidget(self.message_code)


        self.box.addWidget(self.fields)

        self.message = MessageLine(self.card)
        self.message.setObjectName(u"message")

        self.box.addWidget(self.message)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.later = QPushButton(self.card)
        self.later.setObjectName(u"later")
        self.later.setAutoDefault(False)

        self.buttons.addWidget(self.later)

        self.betweenButtons = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.betweenButtons)

        self.register_ = QPushButton(self.card)
        self.register_.setObjectName(u"register_")
        self.register_.setAutoDefault(False)
        self.register_.setProperty(u"look", u"primary")
        self.register_.setProperty(u"iconName", u"cloud")

        self.buttons.addWidget(self.register_)


        self.box.addLayout(self.buttons)


        self.middle.addWidget(self.card)

        self.rightOf = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.middle.addItem(self.rightOf)


        self.page.addLayout(self.middle)

        self.below = QSpacerItem(8, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.page.addItem(self.below)

#if QT_CONFIG(shortcut)
        self.label_address.setBuddy(self.address)
        self.label_code.setBuddy(self.code)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(CentreForm)
    # setupUi

    def retranslateUi(self, CentreForm):
#if QT_CONFIG(accessibility)
        CentreForm.setAccessibleName(QCoreApplication.translate("CentreForm", u"\u6ce8\u518c\u5230\u53bf\u4e2d\u5fc3", None))
#endif // QT_CONFIG(accessibility)
        self.title.setText(QCoreApplication.translate("CentreForm", u"\u6ce8\u518c\u5230\u53bf\u4e2d\u5fc3", None))
        self.intro.setText(QCoreApplication.translate("CentreForm", u"\u5411\u53bf\u7ea7\u4e2d\u5fc3\u6ce8\u518c\u540e\uff0c\u4e1a\u52a1\u81ea\u52a8\u4e0a\u4f20\uff0c\u6536\u636e\u53f7\u6bb5\u3001\u540d\u5355\u548c\u653f\u7b56\u4ece\u4e2d\u5fc3\u4e0b\u53d1\u3002\u6ce8\u518c\u7801\u7531\u53bf\u533b\u4fdd\u5c40\u53d1\u7ed9\uff0c\u53ea\u80fd\u7528\u4e00\u6b21\u3002\u73b0\u5728\u6ca1\u6709\u7f51\u7edc\u53ef\u4ee5\u4ee5\u540e\u518d\u6ce8\u518c\uff0c\u767b\u8bb0\u7167\u5e38\u8fdb\u884c\u3002", None))
        self.label_address.setText(QCoreApplication.translate("CentreForm", u"\u4e2d\u5fc3\u5730\u5740(&D)", None))
#if QT_CONFIG(accessibility)
        self.address.setAccessibleName(QCoreApplication.translate("CentreForm", u"\u4e2d\u5fc3\u5730\u5740", None))
#endif // QT_CONFIG(accessibility)
        self.label_code.setText(QCoreApplication.translate("CentreForm", u"\u6ce8\u518c\u7801(&C)", None))
#if QT_CONFIG(accessibility)
        self.code.setAccessibleName(QCoreApplication.translate("CentreForm", u"\u6ce8\u518c\u7801", None))
#endif // QT_CONFIG(accessibility)
        self.later.setText(QCoreApplication.translate("CentreForm", u"\u4ee5\u540e\u518d\u6ce8\u518c Esc", None))
        self.register_.setText(QCoreApplication.translate("CentreForm", u"\u6ce8\u518c Enter", None))
    # retranslateUi
