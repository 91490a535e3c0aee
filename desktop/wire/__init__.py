"""What stations and the centre say to each other, and how it is signed."""
