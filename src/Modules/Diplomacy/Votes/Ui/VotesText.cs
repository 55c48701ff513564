namespace Noroshi.Diplomacy.Votes.Ui;

/// <summary>Names the resources with the words of the pages about votes.</summary>
internal sealed class VotesText;
