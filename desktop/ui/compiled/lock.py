# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'lock.ui'
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
    QLineEdit, QPushButton, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)

from desktop.ui.widgets.message_line import MessageLine
from desktop.ui.widgets.text_field import TextField

class Ui_LockForm(object):
    def setupUi(self, LockForm):
        if not LockForm.objectName():
            LockForm.setObjectName(u"LockForm")
        LockForm.setProperty(u"helpTopic", u"sign-in#lock")
        LockForm.setProperty(u"look", u"page")
        self.page = QVBoxLayout(LockForm)
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

        self.card = QFrame(LockForm)
        self.card.setObjectName(u"card")
        self.card.setProperty(u"look", u"card")
        self.card.setMinimumSize(QSize(400, 0))
        self.card.setMaximumSize(QSize(560, 16777215))
        self.box = QVBoxLayout(self.card)
        self.box.setSpacing(8)
        self.box.setObjectName(u"box")
        self.box.setContentsMargins(24, 20, 24, 20)
        self.headRow = QHBoxLayout()
        self.headRow.setSpacing(8)
        self.headRow.setObjectName(u"headRow")
        self.headRow.setContentsMargins(0, 0, 0, 0)
        self.mark = QLabel(self.card)
        self.mark.setObjectName(u"mark")
        self.mark.setProperty(u"iconName", u"lock")
        self.mark.setProperty(u"iconTone", u"primary")
        self.mark.setProperty(u"iconPx", 22)

        self.headRow.addWidget(self.mark)

        self.title = QLabel(self.card)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"look", u"title")

        self.headRow.addWidget(self.title)

        self.spacer_3 = QSpacerItem(40, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.headRow.addItem(self.spacer_3)


        self.box.addLayout(self.headRow)

        self.who = QLabel(self.card)
        self.who.setObjectName(u"who")
        self.who.setText(u"")
        self.who.setWordWrap(True)
        self.who.setProperty(u"look", u"label")

        self.box.addWidget(self.who)

        self.label_password = QLabel(self.card)
        self.label_password.setObjectName(u"label_password")
        self.label_password.setProperty(u"look", u"label")

        self.box.addWidget(self.label_password)

        self.password = TextField(self.card)
        self.password.setObjectName(u"password")
        self.password.setEchoMode(QLineEdit.EchoMode.Password)

        self.box.addWidget(self.password)

        self.message = MessageLine(self.card)
        self.message.setObjectName(u"message")

        self.box.addWidget(self.message)

        self.unlock = QPushButton(self.card)
        self.unlock.setObjectName(u"unlock")
        self.unlock.setAutoDefault(False)
        self.unlock.setProperty(u"look", u"primary")
        self.unlock.setProperty(u"iconName", u"lock-open")

        self.box.addWidget(self.unlock)

        self.help = QLabel(self.card)
        self.help.setObjectName(u"help")
        self.help.setWordWrap(True)
        self.help.setProperty(u"look", u"hint")

        self.box.addWidget(self.help)


        self.middle.addWidget(self.card)

        self.spacer_4 = QSpacerItem(40, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.middle.addItem(self.spacer_4)


        self.page.addLayout(self.middle)

        self.spacer_5 = QSpacerItem(0, 20, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.page.addItem(self.spacer_5)

#if QT_CONFIG(shortcut)
        self.label_password.setBuddy(self.password)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(LockForm)
    # setupUi

    def retranslateUi(self, LockForm):
        self.title.setText(QCoreApplication.translate("LockForm", u"\u5df2\u9501\u5b9a", None))
        self.label_password.setText(QCoreApplication.translate("LockForm", u"\u53e3\u4ee4(&P)", None))
#if QT_CONFIG(accessibility)
        self.password.setAccessibleName(QCoreApplication.translate("LockForm", u"\u53e3\u4ee4", None))
#endif // QT_CONFIG(accessibility)
        self.unlock.setText(QCoreApplication.translate("LockForm", u"\u89e3\u9501 Enter", None))
        self.help.setText(QCoreApplication.translate("LockForm", u"\u672a\u4fdd\u5b58\u7684\u5185\u5bb9\u4ecd\u5728\uff0c\u89e3\u9501\u540e\u7ee7\u7eed\u3002", None))
        pass
    # retranslateUi
