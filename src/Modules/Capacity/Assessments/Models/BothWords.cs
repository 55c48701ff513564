namespace Noroshi.Capacity.Assessments;

/// <summary>A text in English and Japanese; both may be empty where it is withheld.</summary>
internal readonly record struct BothWords(string En, string Ja)
{
    internal bool IsEmpty => string.IsNullOrEmpty(En) && string.IsNullOrEmpty(Ja);

    internal string In(bool japanese) => (japanese ? Ja : En) ?? "";
}
