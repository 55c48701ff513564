namespace Noroshi.Law.Ui.Profile;

/// <summary>Names the resources with what the room says in the profile of a state.</summary>
internal sealed class LawProfileText;
