namespace Noroshi.Contacts.Ui.Hotline;

/// <summary>Names the resources with the texts of the hotline (HotlineText.resx, HotlineText.ja.resx).</summary>
internal sealed class HotlineText;
