namespace Noroshi.Observatory.Ui;

/// <summary>Names the resources with the words of the side navigation and of the card on the first page.</summary>
internal sealed class RoomText;
