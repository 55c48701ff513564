namespace Noroshi.Diplomacy.Desk.Ui;

/// <summary>Names the resources with the words of the desk.</summary>
internal sealed class DeskText;
