# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'sign_in.ui'
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
    QLineEdit, QListWidget, QListWidgetItem, QPushButton,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from desktop.ui.widgets.elided_label import ElidedLabel
from desktop.ui.widgets.message_line import MessageLine
from desktop.ui.widgets.text_field import TextField

class Ui_SignInForm(object):
    def setupUi(self, SignInForm):
        if not SignInForm.objectName():
            SignInForm.setObjectName(u"SignInForm")
        SignInForm.setProperty(u"helpTopic", u"sign-in")
        SignInForm.setProperty(u"look", u"page")
        self.page = QVBoxLayout(SignInForm)
        self.page.setSpacing(8)
        self.page.setObjectName(u"page")
        self.page.setContentsMargins(0, 0, 0, 0)
        self.spacer_1 = QSpacerItem(0, 20, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.page.addItem(self.spacer_1)

        self.middle = QHBoxLayout()
        self.middle.setSpacing(8)
        self.middle.setObjectName(u"middle")
        self.middle.setContentsMargins(0, 0, 0, 0)
        self.spacer_2 = QSpacerItem(40, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.middle.addItem(self.spacer_2)

        self.card = QFrame(SignInForm)
        self.card.setObjectName(u"card")
        self.card.setProperty(u"look", u"card")
        self.card.setMinimumSize(QSize(400, 0))
        self.card.setMaximumSize(QSize(560, 16777215))
        self.box = QVBoxLayout(self.card)
        self.box.setSpacing(8)
        self.box.setObjectName(u"box")
        self.box.setContentsMargins(24, 20, 24, 20)
        self.product = QLabel(self.card)
        self.product.setObjectName(u"product")
        self.product.setProperty(u"look", u"title")

        self.box.addWidget(self.product)

        self.station = ElidedLabel(self.card)
        self.station.setObjectName(u"station")
        self.station.setProperty(u"tone", u"quiet")

        self.box.addWidget(self.station)

        self.line1 = QFrame(self.card)
        self.line1.setObjectName(u"line1")
        self.line1.setProperty(u"look", u"line")

        self.box.addWidget(self.line1)

        self.label_operators = QLabel(self.card)
        self.label_operators.setObjectName(u"label_operators")
        self.label_operators.setProperty(u"look", u"label")

        self.box.addWidget(self.label_operators)

        self.operators = QListWidget(self.card)
        self.operators.setObjectName(u"operators")
        self.operators.setProperty(u"helpTopic", u"sign-in#operator")
        self.operators.setMinimumSize(QSize(0, 76))
        self.operators.setMaximumSize(QSize(16777215, 110))
        self.operators.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

        self.box.addWidget(self.operators)

        self.label_password = QLabel(self.card)
        self.label_password.setObjectName(u"label_password")
        self.label_password.setProperty(u"look", u"label")

        self.box.addWidget(self.label_password)

        self.password = TextField(self.card)
        self.password.setObjectName(u"password")
        self.password.setProperty(u"helpTopic", u"sign-in#password")
        self.password.setEchoMode(QLineEdit.EchoMode.Password)

        self.box.addWidget(self.password)

        self.message = MessageLine(self.card)
        self.message.setObjectName(u"message")

        self.box.addWidget(self.message)

        self.repaired = QLabel(self.card)
        self.repaired.setObjectName(u"repaired")
        self.repaired.setText(u"")
        self.repaired.setWordWrap(True)
        self.repaired.setTextFormat(Qt.TextFormat.PlainText)
        self.repaired.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard|Qt.TextInteractionFlag.TextSelectableByMouse)

        self.box.addWidget(self.repaired)

        self.repair = QPushButton(self.card)
        self.repair.setObjectName(u"repair")
        self.repair.setProperty(u"helpTopic", u"sync#repair")
        self.repair.setAutoDefault(False)
        self.repair.setProperty(u"iconName", u"database")

        self.box.addWidget(self.repair)

        self.signIn = QPushButton(self.card)
        self.signIn.setObjectName(u"signIn")
        self.signIn.setAutoDefault(False)
        self.signIn.setProperty(u"look", u"primary")
        self.signIn.setProperty(u"iconName", u"lock-open")

        self.box.addWidget(self.signIn)

        self.help = QLabel(self.card)
        self.help.setObjectName(u"help")
        self.help.setWordWrap(True)
        self.help.setProperty(u"look", u"hint")

        self.box.addWidget(self.help)


        self.middle.addWidget(self.card)

        self.spacer_3 = QSpacerItem(40, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.middle.addItem(self.spacer_3)


        self.page.addLayout(self.middle)

        self.spacer_4 = QSpacerItem(0, 20, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.page.addItem(self.spacer_4)

#if QT_CONFIG(shortcut)
        self.label_operators.setBuddy(self.operators)
        self.label_password.setBuddy(self.password)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(SignInForm)
    # setupUi

    def retranslateUi(self, SignInForm):
        self.product.setText(QCoreApplication.translate("SignInForm", u"\u53c2\u4fdd\u53f0", None))
        self.label_operators.setText(QCoreApplication.translate("SignInForm", u"\u7ecf\u529e\u5458(&O)", None))
#if QT_CONFIG(accessibility)
        self.operators.setAccessibleName(QCoreApplication.translate("SignInForm", u"\u7ecf\u529e\u5458", None))
#endif // QT_CONFIG(accessibility)
        self.label_password.setText(QCoreApplication.translate("SignInForm", u"\u53e3\u4ee4(&P)", None))
#if QT_CONFIG(accessibility)
        self.password.setAccessibleName(QCoreApplication.translate("SignInForm", u"\u53e3\u4ee4", None))
#endif // QT_CONFIG(accessibility)
        self.repair.setText(QCoreApplication.translate("SignInForm", u"\u4fee\u590d\u6570\u636e\u6587\u4ef6(&R)", None))
        self.signIn.setText(QCoreApplication.translate("SignInForm", u"\u767b\u5f55 Enter", None))
        self.help.setText(QCoreApplication.translate("SignInForm", u"\u5fd8\u8bb0\u53e3\u4ee4\u8bf7\u627e\u53bf\u533b\u4fdd\u5c40\u7cfb\u7edf\u7ba1\u7406\u5458\u91cd\u7f6e\uff1b\u6570\u636e\u90fd\u5728\u672c\u673a\uff0c\u4e0d\u4f1a\u4e22\u5931\u3002", None))
        pass
    # retranslateUi
