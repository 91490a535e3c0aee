# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'identity_line.ui'
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
from PySide6.QtWidgets import (QApplication, QHBoxLayout, QLabel, QSizePolicy,
    QVBoxLayout, QWidget)

from desktop.ui.widgets.code_field import CodeField
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.elided_label import ElidedLabel

class Ui_IdentityLineForm(object):
    def setupUi(self, IdentityLineForm):
        if not IdentityLineForm.objectName():
            IdentityLineForm.setObjectName(u"IdentityLineForm")
        IdentityLineForm.setProperty(u"helpTopic", u"identities#evidence")
        self.line = QHBoxLayout(IdentityLineForm)
        self.line.setSpacing(12)
        self.line.setObjectName(u"line")
        self.line.setContentsMargins(0, 0, 0, 0)
        self.name = ElidedLabel(IdentityLineForm)
        self.name.setObjectName(u"name")
        self.name.setProperty(u"look", u"strong")
        self.name.setMinimumSize(QSize(150, 0))

        self.line.addWidget(self.name)

        self.attributeBox1 = QVBoxLayout()
        self.attributeBox1.setSpacing(2)
        self.attributeBox1.setObjectName(u"attributeBox1")
        self.attributeBox1.setContentsMargins(0, 0, 0, 0)
        self.label_first = QLabel(IdentityLineForm)
        self.label_first.setObjectName(u"label_first")
        self.label_first.setProperty(u"look", u"label")

        self.attributeBox1.addWidget(self.label_first)

        self.first = CodeField(IdentityLineForm)
        self.first.setObjectName(u"first")
        self.first.setProperty(u"helpTopic", u"identities#evidence")

        self.attributeBox1.addWidget(self.first)


        self.line.addLayout(self.attributeBox1)

        self.attributeBox2 = QVBoxLayout()
        self.attributeBox2.setSpacing(2)
        self.attributeBox2.setObjectName(u"attributeBox2")
        self.attributeBox2.setContentsMargins(0, 0, 0, 0)
        self.label_second = QLabel(IdentityLineForm)
        self.label_second.setObjectName(u"label_second")
        self.label_second.setProperty(u"look", u"label")

        self.attributeBox2.addWidget(self.label_second)

        self.second = CodeField(IdentityLineForm)
        self.second.setObjectName(u"second")
        self.second.setProperty(u"helpTopic", u"identities#evidence")

        self.attributeBox2.addWidget(self.second)


        self.line.addLayout(self.attributeBox2)

        self.attributeBox3 = QVBoxLayout()
        self.attributeBox3.setSpacing(2)
        self.attributeBox3.setObjectName(u"attributeBox3")
        self.attributeBox3.setContentsMargins(0, 0, 0, 0)
        self.label_third = QLabel(IdentityLineForm)
        self.label_third.setObjectName(u"label_third")
        self.label_third.setProperty(u"look", u"label")

        self.attributeBox3.addWidget(self.label_third)

        self.third = CodeField(IdentityLineForm)
        self.third.setObjectName(u"third")
        self.third.setProperty(u"helpTopic", u"identities#evidence")

        self.attributeBox3.addWidget(self.third)


        self.line.addLayout(self.attributeBox3)

        self.boxOn = QVBoxLayout()
        self.boxOn.setSpacing(2)
        self.boxOn.setObjectName(u"boxOn")
        self.boxOn.setContentsMargins(0, 0, 0, 0)
        self.label_recognised_on = QLabel(IdentityLineForm)
        self.label_recognised_on.setObjectName(u"label_recognised_on")
        self.label_recognised_on.setProperty(u"look", u"label")

        self.boxOn.addWidget(self.label_recognised_on)

        self.recognised_on = DateField(IdentityLineForm)
        self.recognised_on.setObjectName(u"recognised_on")
        self.recognised_on.setProperty(u"helpTopic", u"identities#recognised-on")

        self.boxOn.addWidget(self.recognised_on)


        self.line.addLayout(self.boxOn)

        self.boxTo = QVBoxLayout()
        self.boxTo.setSpacing(2)
        self.boxTo.setObjectName(u"boxTo")
        self.boxTo.setContentsMargins(0, 0, 0, 0)
        self.label_valid_to = QLabel(IdentityLineForm)
        self.label_valid_to.setObjectName(u"label_valid_to")
        self.label_valid_to.setProperty(u"look", u"label")

        self.boxTo.addWidget(self.label_valid_to)

        self.valid_to = DateField(IdentityLineForm)
        self.valid_to.setObjectName(u"valid_to")
        self.valid_to.setProperty(u"helpTopic", u"identities#valid-to")

        self.boxTo.addWidget(self.valid_to)


        self.line.addLayout(self.boxTo)

        self.line.setStretch(0, 2)
        self.line.setStretch(1, 1)
        self.line.setStretch(2, 1)
        self.line.setStretch(3, 1)
        self.line.setStretch(4, 1)
        self.line.setStretch(5, 1)
#if QT_CONFIG(shortcut)
        self.label_first.setBuddy(self.first)
        self.label_second.setBuddy(self.second)
        self.label_third.setBuddy(self.third)
        self.label_recognised_on.setBuddy(self.recognised_on)
        self.label_valid_to.setBuddy(self.valid_to)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(IdentityLineForm)
    # setupUi

    def retranslateUi(self, IdentityLineForm):
        self.label_first.setText("")
        self.label_second.setText("")
        self.label_third.setText("")
        self.label_recognised_on.setText(QCoreApplication.translate("IdentityLineForm", u"\u8ba4\u5b9a\u65e5\u671f", None))
#if QT_CONFIG(accessibility)
        self.recognised_on.setAccessibleName(QCoreApplication.translate("IdentityLineForm", u"\u8ba4\u5b9a\u65e5\u671f", None))
#endif // QT_CONFIG(accessibility)
        self.label_valid_to.setText(QCoreApplication.translate("IdentityLineForm", u"\u6709\u6548\u671f\u81f3", None))
#if QT_CONFIG(accessibility)
        self.valid_to.setAccessibleName(QCoreApplication.translate("IdentityLineForm", u"\u6709\u6548\u671f\u81f3", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi
