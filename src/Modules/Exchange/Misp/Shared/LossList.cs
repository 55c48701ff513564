namespace Noroshi.Exchange.Misp;

/// <summary>Gathers what a conversion could not carry; the first ten thousand are kept, all are counted.</summary>
internal sealed class LossList
{
    private const int Most = 10_000;

    private readonly List<MispLoss> _losses = [];

    /// <summary>In the order in which they were found.</summary>
    public IReadOnlyList<MispLoss> Losses => _losses;

    /// <summary>How many things are gone.</summary>
    public int Lost { get; private set; }

    public void Gone(string pointer, string why)
    {
        Lost++;
        Add(new MispLoss(pointer, "lost", why));
    }

    public void Server(string pointer, string why) => Add(new MispLoss(pointer, "server", why));

    public void Beside(string pointer, string why) => Add(new MispLoss(pointer, "beside", why));

    private void Add(MispLoss loss)
    {
        if (_losses.Count < Most) _losses.Add(loss);
    }
}
