namespace Noroshi.Diplomacy.Brief.Ui;

/// <summary>Names the resources with the words of profiles and briefs (BriefText.resx, BriefText.ja.resx).</summary>
internal sealed class BriefText;
