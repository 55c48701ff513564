namespace Noroshi.Exchange.Matching;

/// <summary>An indicator that is watched for.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="From">Seconds since 1970 from which it holds.</param>
/// <param name="Until">Seconds since 1970 from which it holds no longer.</param>
/// <param name="Markings">Its markings; what is made of it bears them too.</param>
internal sealed record WatchedIndicator(string Id, long From, long Until, IReadOnlyList<string> Markings)
{
    /// <summary>It holds at an instant.</summary>
    public bool Holds(long at) => at >= From && at < Until;
}
