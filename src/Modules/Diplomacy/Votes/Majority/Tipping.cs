namespace Noroshi.Diplomacy.Votes.Majority;

/// <summary>How far the outcome is from tipping.</summary>
/// <param name="TowardsPassing">True where states would have to come over for the text to become more likely than not; false where they would have to leave it.</param>
/// <param name="States">Whose votes together would tip it: those who are nearest to moving, in that order. Empty where nothing would.</param>
internal sealed record Tipping(bool TowardsPassing, IReadOnlyList<string> States);
