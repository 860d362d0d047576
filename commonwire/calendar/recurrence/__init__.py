"""Series: a rule read and checked (`rule`), made into dates (`expand`), and said in words (`sentence`)."""
