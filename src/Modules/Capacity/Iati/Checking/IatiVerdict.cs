namespace Noroshi.Capacity.Iati.Checking;

/// <summary>What was found in a file. Only the first findings are kept, all are counted, so memory does not grow with the file.</summary>
internal sealed class IatiVerdict
{
    /// <summary>How many findings of each kind are kept.</summary>
    internal const int MostKept = 1000;

    private readonly List<IatiFinding> _errors = [], _warnings = [];

    /// <summary>Whether the file is what the standard demands.</summary>
    internal bool IsValid => ErrorCount == 0;

    /// <summary>Whether all of the file was read; false where it is not XML, not whole, or not to be read.</summary>
    internal bool WasRead { get; private set; } = true;

    /// <summary>The first errors.</summary>
    internal IReadOnlyList<IatiFinding> Errors => _errors;

    /// <summary>How many errors there are.</summary>
    internal long ErrorCount { get; private set; }

    /// <summary>The first warnings: advice of the standard that does not make a file invalid.</summary>
    internal IReadOnlyList<IatiFinding> Warnings => _warnings;

    /// <summary>How many warnings there are.</summary>
    internal long WarningCount { get; private set; }

    /// <summary>How many activities or organisations the file holds.</summary>
    internal long Records { get; set; }

    /// <summary>Whether it is a file about organisations.</summary>
    internal bool AreOrganisations { get; set; }

    /// <summary>Whether the next error will be kept, so that nobody writes a message for nothing.</summary>
    internal bool KeepsErrors => ErrorCount < MostKept;

    /// <summary>Whether the next warning will be kept.</summary>
    internal bool KeepsWarnings => WarningCount < MostKept;

    internal void Count(bool isError, IatiFinding? finding)
    {
        if (isError) ErrorCount++;
        else WarningCount++;
        if (finding is not null) (isError ? _errors : _warnings).Add(finding);
    }

    internal void Stop(IatiFinding finding)
    {
        WasRead = false;
        ErrorCount++;
        _errors.Add(finding);
    }
}
