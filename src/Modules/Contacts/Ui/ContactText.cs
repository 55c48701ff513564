namespace Noroshi.Contacts.Ui;

/// <summary>Names the resources with the words of the directory and its communication checks.</summary>
internal sealed class ContactText;
