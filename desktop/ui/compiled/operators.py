# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'operators.ui'
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
from PySide6.QtWidgets import (QApplication, QFrame, QGridLayout, QLabel,
    QLineEdit, QListWidget, QListWidgetItem, QPushButton,
    QSizePolicy, QVBoxLayout, QWidget)

from desktop.ui.widgets.code_field import CodeField
from desktop.ui.widgets.message_line import MessageLine
from desktop.ui.widgets.text_field import TextField
class Ui_OperatorsForm(object):
    def setupUi(self, OperatorsForm):
        if not OperatorsForm.objectName():
            OperatorsForm.setObjectName(u"OperatorsForm")
        OperatorsForm.setProperty(u"helpTopic", u"settings#operators")
        OperatorsForm.setProperty(u"look", u"card")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(OperatorsForm.sizePolicy().hasHeightForWidth())
        OperatorsForm.setSizePolicy(sizePolicy)
        self.box = QVBoxLayout(OperatorsForm)
        self.box.setSpacing(8)
        self.box.setObjectName(u"box")
        self.box.setContentsMargins(16, 12, 16, 12)
        self.title = QLabel(OperatorsForm)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"look", u"heading")

        self.box.addWidget(self.title)

        self.people = QListWidget(OperatorsForm)
        self.people.setObjectName(u"people")
        self.people.setProperty(u"helpTopic", u"settings#operators")
        self.people.setMaximumSize(QSize(16777215, 168))

        self.box.addWidget(self.people)

        self.hint = QLabel(OperatorsForm)
        self.hint.setObjectName(u"hint")
        self.hint.setWordWrap(True)
        self.hint.setProperty(u"look", u"hint")

        self.box.addWidget(self.hint)

        self.adding = QGridLayout()
        self.adding.setObjectName(u"adding")
        self.adding.setHorizontalSpacing(12)
        self.adding.setVerticalSpacing(8)
        self.adding.setContentsMargins(0, 0, 0, 0)
        self.label_operator = QLabel(OperatorsForm)
        self.label_operator.setObjectName(u"label_operator")

        self.adding.addWidget(self.label_operator, 0, 0, 1, 1)

        self.operator = TextField(OperatorsForm)
        self.operator.setObjectName(u"operator")
        self.operator.setProperty(u"helpTopic", u"settings#operators")

        self.adding.addWidget(self.operator, 0, 1, 1, 1)

        self.label_display_name = QLabel(OperatorsForm)
        self.label_display_name.setObjectName(u"label_display_name")

        self.adding.addWidget(self.label_display_name, 0, 2, 1, 1)

        self.display_name = TextField(OperatorsForm)
        self.display_name.setObjectName(u"display_name")
        self.display_name.setProperty(u"helpTopic", u"settings#operators")

        self.adding.addWidget(self.display_name, 0, 3, 1, 1)

        self.label_role = QLabel(OperatorsForm)
        self.label_role.setObjectName(u"label_role")

        self.adding.addWidget(self.label_role, 1, 0, 1, 1)

        self.role = CodeField(OperatorsForm)
        self.role.setObjectName(u"role")
        self.role.setProperty(u"helpTopic", u"settings#operators")

        self.adding.addWidget(self.role, 1, 1, 1, 1)

        self.add = QPushButton(OperatorsForm)
        self.add.setObjectName(u"add")
        self.add.setProperty(u"helpTopic", u"settings#operators")
        self.add.setAutoDefault(False)

        self.adding.addWidget(self.add, 1, 2, 1, 1)

        self.remove = QPushButton(OperatorsForm)
        self.remove.setObjectName(u"remove")
        self.remove.setProperty(u"helpTopic", u"settings#operators")
        self.remove.setAutoDefault(False)

        self.adding.addWidget(self.remove, 1, 3, 1, 1)

        self.adding.setColumnStretch(1, 1)
        self.adding.setColumnStretch(3, 1)

        self.box.addLayout(self.adding)

        self.own = QGridLayout()
        self.own.setObjectName(u"own")
        self.own.setHorizontalSpacing(12)
        self.own.setVerticalSpacing(8)
        self.own.setContentsMargins(0, 0, 0, 0)
        self.label_old = QLabel(OperatorsForm)
        self.label_old.setObjectName(u"label_old")

        self.own.addWidget(self.label_old, 0, 0, 1, 1)

        self.old = TextField(OperatorsForm)
        self.old.setObjectName(u"old")
        self.old.setProperty(u"helpTopic", u"settings#operators")
        self.old.setEchoMode(QLineEdit.EchoMode.Password)

        self.own.addWidget(self.old, 0, 1, 1, 1)

        self.label_new = QLabel(OperatorsForm)
        self.label_new.setObjectName(u"label_new")

        self.own.addWidget(self.label_new, 0, 2, 1, 1)

        self.new_ = TextField(OperatorsForm)
        self.new_.setObjectName(u"new_")
        self.new_.setProperty(u"helpTopic", u"settings#operators")
        self.new_.setEchoMode(QLineEdit.EchoMode.Password)

        self.own.addWidget(self.new_, 0, 3, 1, 1)

        self.label_again = QLabel(OperatorsForm)
        self.label_again.setObjectName(u"label_again")

        self.own.addWidget(self.label_again, 1, 0, 1, 1)

        self.again = TextField(OperatorsForm)
        self.again.setObjectName(u"again")
        self.again.setProperty(u"helpTopic", u"settings#operators")
        self.again.setEchoMode(QLineEdit.EchoMode.Password)

        self.own.addWidget(self.again, 1, 1, 1, 1)

        self.change = QPushButton(OperatorsForm)
        self.change.setObjectName(u"change")
        self.change.setProperty(u"helpTopic", u"settings#operators")
        self.change.setAutoDefault(False)

        self.own.addWidget(self.change, 1, 2, 1, 2)

        self.own.setColumnStretch(1, 1)
        self.own.setColumnStretch(3, 1)

        self.box.addLayout(self.own)

        self.message = MessageLine(OperatorsForm)
        self.message.setObjectName(u"message")

        self.box.addWidget(self.message)

#if QT_CONFIG(shortcut)
        self.label_operator.setBuddy(self.operator)
        self.label_display_name.setBuddy(self.display_name)
        self.label_role.setBuddy(self.role)
        self.label_old.setBuddy(self.old)
        self.label_new.setBuddy(self.new_)
        self.label_again.setBuddy(self.again)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(OperatorsForm)
    # setupUi

    def retranslateUi(self, OperatorsForm):
        self.title.setText(QCoreApplication.translate("OperatorsForm", u"\u53ef\u767b\u5f55\u4eba\u5458", None))
#if QT_CONFIG(accessibility)
        self.people.setAccessibleName(QCoreApplication.translate("OperatorsForm", u"\u53ef\u767b\u5f55\u4eba\u5458", None))
#endif // QT_CONFIG(accessibility)
        self.label_operator.setText(QCoreApplication.translate("OperatorsForm", u"\u767b\u5f55\u540d", None))
#if QT_CONFIG(accessibility)
        self.operator.setAccessibleName(QCoreApplication.translate("OperatorsForm", u"\u767b\u5f55\u540d", None))
#endif // QT_CONFIG(accessibility)
        self.label_display_name.setText(QCoreApplication.translate("OperatorsForm", u"\u59d3\u540d", None))
#if QT_CONFIG(accessibility)
        self.display_name.setAccessibleName(QCoreApplication.translate("OperatorsForm", u"\u59d3\u540d", None))
#endif // QT_CONFIG(accessibility)
        self.label_role.setText(QCoreApplication.translate("OperatorsForm", u"\u89d2\u8272", None))
#if QT_CONFIG(accessibility)
        self.role.setAccessibleName(QCoreApplication.translate("OperatorsForm", u"\u89d2\u8272", None))
#endif // QT_CONFIG(accessibility)
        self.add.setText(QCoreApplication.translate("OperatorsForm", u"\u6dfb\u52a0\u5230\u672c\u673a", None))
        self.remove.setText(QCoreApplication.translate("OperatorsForm", u"\u79fb\u9664\u6240\u9009\u4eba\u5458", None))
        self.label_old.setText(QCoreApplication.translate("OperatorsForm", u"\u6211\u7684\u73b0\u53e3\u4ee4", None))
#if QT_CONFIG(accessibility)
        self.old.setAccessibleName(QCoreApplication.translate("OperatorsForm", u"\u6211\u7684\u73b0\u53e3\u4ee4", None))
#endif // QT_CONFIG(accessibility)
        self.label_new.setText(QCoreApplication.translate("OperatorsForm", u"\u65b0\u53e3\u4ee4", None))
#if QT_CONFIG(accessibility)
        self.new_.setAccessibleName(QCoreApplication.translate("OperatorsForm", u"\u65b0\u53e3\u4ee4", None))
#endif // QT_CONFIG(accessibility)
        self.label_again.setText(QCoreApplication.translate("OperatorsForm", u"\u518d\u8f93\u4e00\u6b21\u65b0\u53e3\u4ee4", None))
#if QT_CONFIG(accessibility)
        self.again.setAccessibleName(QCoreApplication.translate("OperatorsForm", u"\u518d\u8f93\u4e00\u6b21\u65b0\u53e3\u4ee4", None))
#endif // QT_CONFIG(accessibility)
        self.change.setText(QCoreApplication.translate("OperatorsForm", u"\u4fee\u6539\u6211\u7684\u53e3\u4ee4", None))
        pass
    # retranslateUi
