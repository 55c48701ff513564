namespace Noroshi.Stix;

/// <summary>Blocks of addresses by the length of their prefix: a look-up asks once for each length that occurs, however many blocks there are.</summary>
internal sealed class BlockTable
{
    private readonly SortedList<int, Dictionary<UInt128, List<int>>> _byLength = [];

    public bool IsEmpty => _byLength.Count == 0;

    public void Add(AddressBlock block, int pattern)
    {
        if (!_byLength.TryGetValue(block.Length, out var networks)) _byLength[block.Length] = networks = [];
        if (!networks.TryGetValue(block.Network, out var patterns)) networks[block.Network] = patterns = [];
        patterns.Add(pattern);
    }

    /// <summary>Adds the patterns whose block contains this one.</summary>
    public void Find(AddressBlock block, ref HashSet<int>? found)
    {
        foreach (var (length, networks) in _byLength)
        {
            if (length > block.Length) return;
            if (networks.TryGetValue(block.Network & AddressBlock.Mask(length), out var patterns)) (found ??= []).UnionWith(patterns);
        }
    }
}
