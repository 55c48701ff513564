using System.Text;

namespace Noroshi.Capacity.Iati.Checking;

/// <summary>What must be remembered of one activity to judge it when it ends; used again for the next.</summary>
internal sealed class ActivityRecord
{
    private const int MostKept = 64;
    private readonly List<(byte[] Vocabulary, Shares Shares)> _sectors = [];
    private readonly List<string> _owners = [];
    private readonly int[] _days = new int[5];

    internal bool HasCurrency { get; private set; }

    internal bool HasLanguage { get; private set; }

    internal bool ToldCurrency { get; set; }

    internal bool ToldLanguage { get; set; }

    /// <summary>Shares of countries, and of regions of the standard's own vocabulary.</summary>
    internal Shares Recipients { get; } = new();

    /// <summary>Regions of other vocabularies; their shares say the same again, so they are not added.</summary>
    internal int OtherRegions { get; set; }

    internal int Transactions { get; private set; }

    internal int TransactionsWithSector { get; private set; }

    internal bool TransactionHasRecipient { get; set; }

    internal string Identifier { get; private set; } = "";

    internal IEnumerable<Shares> Sectors => _sectors.Select(each => each.Shares).Where(shares => shares.Count > 0);

    /// <summary>Identifiers that the activity's own may begin with.</summary>
    internal IReadOnlyList<string> Owners => _owners;

    /// <summary>The day of a kind of date, 1 to 4; 0 where it was not told.</summary>
    internal int DayOf(int type) => _days[type];

    internal void Begin(bool hasCurrency, bool hasLanguage)
    {
        (HasCurrency, HasLanguage, ToldCurrency, ToldLanguage) = (hasCurrency, hasLanguage, false, false);
        (Transactions, TransactionsWithSector, TransactionHasRecipient, OtherRegions, Identifier, _sectorNoted) = (0, 0, false, 0, "", false);
        Recipients.Clear();
        if (_sectors.Count > 8) _sectors.Clear();
        foreach (var (_, shares) in _sectors) shares.Clear();
        _owners.Clear();
        Array.Clear(_days);
    }

    internal void AddOwner(ReadOnlySpan<byte> identifier)
    {
        if (_owners.Count < MostKept && identifier.Length is > 0 and < 1000) _owners.Add(Encoding.UTF8.GetString(identifier));
    }

    internal void Identify(ReadOnlySpan<byte> identifier) => Identifier = identifier.Length < 1000 ? Encoding.UTF8.GetString(identifier).Trim() : "";

    internal void Take(int type, int day)
    {
        if (_days[type] == 0) _days[type] = day;
    }

    private bool _sectorNoted;

    internal void BeginTransaction()
    {
        Transactions++;
        _sectorNoted = false;
    }

    internal void SectorOfTransaction()
    {
        if (!_sectorNoted) TransactionsWithSector++;
        _sectorNoted = true;
    }

    /// <summary>The shares of a vocabulary of sectors; one that is not named is that of the DAC.</summary>
    internal Shares SharesOf(ReadOnlySpan<byte> vocabulary)
    {
        if (vocabulary.IsEmpty) vocabulary = "1"u8;
        foreach (var (known, kept) in _sectors) if (vocabulary.SequenceEqual(known)) return kept;
        if (_sectors.Count >= MostKept) return new Shares();
        var shares = new Shares();
        _sectors.Add((vocabulary.ToArray(), shares));
        return shares;
    }
}
