# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'proxy.ui'
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
    QLabel, QLineEdit, QPushButton, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)

from desktop.ui.widgets.code_field import CodeField
from desktop.ui.widgets.message_line import MessageLine
from desktop.ui.widgets.text_field import TextField
class Ui_ProxyForm(object):
    def setupUi(self, ProxyForm):
        if not ProxyForm.objectName():
            ProxyForm.setObjectName(u"ProxyForm")
        ProxyForm.setProperty(u"helpTopic", u"settings#proxy")
        ProxyForm.setProperty(u"look", u"card")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(ProxyForm.sizePolicy().hasHeightForWidth())
        ProxyForm.setSizePolicy(sizePolicy)
        self.box = QVBoxLayout(ProxyForm)
        self.box.setSpacing(8)
        self.box.setObjectName(u"box")
        self.box.setContentsMargins(16, 12, 16, 12)
        self.title = QLabel(ProxyForm)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"look", u"heading")

        self.box.addWidget(self.title)

        self.grid = QGridLayout()
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(16)
        self.grid.setVerticalSpacing(8)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.label_way = QLabel(ProxyForm)
        self.label_way.setObjectName(u"label_way")

        self.grid.addWidget(self.label_way, 0, 0, 1, 1)

        self.way = CodeField(ProxyForm)
        self.way.setObjectName(u"way")
        self.way.setProperty(u"helpTopic", u"settings#proxy")

        self.grid.addWidget(self.way, 0, 1, 1, 1)

        self.buttonRow = QHBoxLayout()
        self.buttonRow.setSpacing(8)
        self.buttonRow.setObjectName(u"buttonRow")
        self.try_ = QPushButton(ProxyForm)
        self.try_.setObjectName(u"try_")
        self.try_.setProperty(u"helpTopic", u"settings#proxy")
        self.try_.setAutoDefault(False)

        self.buttonRow.addWidget(self.try_)

        self.keep = QPushButton(ProxyForm)
        self.keep.setObjectName(u"keep")
        self.keep.setProperty(u"helpTopic", u"settings#proxy")
        self.keep.setAutoDefault(False)

        self.buttonRow.addWidget(self.keep)

        self.after = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttonRow.addItem(self.after)


        self.grid.addLayout(self.buttonRow, 0, 2, 1, 1)

        self.label_address = QLabel(ProxyForm)
        self.label_address.setObjectName(u"label_address")

        self.grid.addWidget(self.label_address, 1, 0, 1, 1)

        self.address = TextField(ProxyForm)
        self.address.setObjectName(u"address")
        self.address.setProperty(u"helpTopic", u"settings#proxy")
        self.address.setPlaceholderText(u"http://")

        self.grid.addWidget(self.address, 1, 1, 1, 1)

        self.hint_address = QLabel(ProxyForm)
        self.hint_address.setObjectName(u"hint_address")
        self.hint_address.setWordWrap(True)
        self.hint_address.setProperty(u"look", u"hint")

        self.grid.addWidget(self.hint_address, 1, 2, 1, 1)

        self.label_user = QLabel(ProxyForm)
        self.label_user.setObjectName(u"label_user")

        self.grid.addWidget(self.label_user, 2, 0, 1, 1)

        self.user = TextField(ProxyForm)
        self.user.setObjectName(u"user")
        self.user.setProperty(u"helpTopic", u"settings#proxy")

        self.grid.addWidget(self.user, 2, 1, 1, 1)

        self.hint_user = QLabel(ProxyForm)
        self.hint_user.setObjectName(u"hint_user")
        self.hint_user.setWordWrap(True)
        self.hint_user.setProperty(u"look", u"hint")

        self.grid.addWidget(self.hint_user, 2, 2, 1, 1)

        self.label_password = QLabel(ProxyForm)
        self.label_password.setObjectName(u"label_password")

        self.grid.addWidget(self.label_password, 3, 0, 1, 1)

        self.password = TextField(ProxyForm)
        self.password.setObjectName(u"password")
        self.password.setProperty(u"helpTopic", u"settings#proxy")
        self.password.setEchoMode(QLineEdit.EchoMode.Password)

        self.grid.addWidget(self.password, 3, 1, 1, 1)

        self.hint_password = QLabel(ProxyForm)
        self.hint_password.setObjectName(u"hint_password")
        self.hint_password.setWordWrap(True)
        self.hint_password.setProperty(u"look", u"hint")

        self.grid.addWidget(self.hint_password, 3, 2, 1, 1)

        self.grid.setColumnStretch(1, 1)
        self.grid.setColumnStretch(2, 2)

        self.box.addLayout(self.grid)

        self.message = MessageLine(ProxyForm)
        self.message.setObjectName(u"message")

        self.box.addWidget(self.message)

#if QT_CONFIG(shortcut)
        self.label_way.setBuddy(self.way)
        self.label_address.setBuddy(self.address)
        self.label_user.setBuddy(self.user)
        self.label_password.setBuddy(self.password)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(ProxyForm)
    # setupUi

    def retranslateUi(self, ProxyForm):
        self.title.setText(QCoreApplication.translate("ProxyForm", u"\u8fde\u63a5\u53bf\u4e2d\u5fc3\u7684\u4ee3\u7406", None))
        self.label_way.setText(QCoreApplication.translate("ProxyForm", u"\u4ee3\u7406(&A)", None))
#if QT_CONFIG(accessibility)
        self.way.setAccessibleName(QCoreApplication.translate("ProxyForm", u"\u4ee3\u7406", None))
#endif // QT_CONFIG(accessibility)
        self.try_.setText(QCoreApplication.translate("ProxyForm", u"\u8bd5\u8fde\u63a5(&G)", None))
        self.keep.setText(QCoreApplication.translate("ProxyForm", u"\u4fdd\u5b58\u4ee3\u7406", None))
        self.label_address.setText(QCoreApplication.translate("ProxyForm", u"\u4ee3\u7406\u5730\u5740", None))
#if QT_CONFIG(accessibility)
        self.address.setAccessibleName(QCoreApplication.translate("ProxyForm", u"\u4ee3\u7406\u5730\u5740", None))
#endif // QT_CONFIG(accessibility)
        self.hint_address.setText(QCoreApplication.translate("ProxyForm", u"http://\u4e3b\u673a:\u7aef\u53e3\uff0c\u7531\u672c\u5355\u4f4d\u7f51\u7edc\u7ba1\u7406\u5458\u63d0\u4f9b", None))
        self.label_user.setText(QCoreApplication.translate("ProxyForm", u"\u4ee3\u7406\u7528\u6237\u540d", None))
#if QT_CONFIG(accessibility)
        self.user.setAccessibleName(QCoreApplication.translate("ProxyForm", u"\u4ee3\u7406\u7528\u6237\u540d", None))
#endif // QT_CONFIG(accessibility)
        self.hint_user.setText(QCoreApplication.translate("ProxyForm", u"\u4ee3\u7406\u8981\u767b\u5f55\u65f6\u624d\u586b", None))
        self.label_password.setText(QCoreApplication.translate("ProxyForm", u"\u4ee3\u7406\u53e3\u4ee4", None))
#if QT_CONFIG(accessibility)
        self.password.setAccessibleName(QCoreApplication.translate("ProxyForm", u"\u4ee3\u7406\u53e3\u4ee4", None))
#endif // QT_CONFIG(accessibility)
        self.hint_password.setText(QCoreApplication.translate("ProxyForm", u"\u52a0\u5bc6\u4fdd\u5b58\u5728\u672c\u673a\uff0c\u4e0d\u518d\u663e\u793a", None))
        pass
    # retranslateUi
