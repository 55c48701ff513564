using System.Globalization;
using Noroshi.Diplomacy.Votes.Domain;

namespace Noroshi.Tests.Diplomacy.Votes.Estimation;

/// <summary>Votes drawn from the model itself, so that the points behind them are known.</summary>
internal sealed class InventedVotes
{
    private readonly Random _random;

    internal InventedVotes(int seed, int states, int sessions, int rollCalls, double step, double absent = 0.1, IReadOnlyList<string>? names = null)
    {
        _random = new Random(seed);
        string Name(int state) => names?[state] ?? NameOf(state);
        var builder = new VoteBookBuilder();
        var places = Enumerable.Range(0, states).Select(_ => Normal()).ToArray();
        for (var session = 1; session <= sessions; session++)
        {
            for (var state = 0; state < states; state++)
            {
                if (session > 1) places[state] += step * Normal();
                Points[(Name(state), session)] = places[state];
            }

            for (var vote = 0; vote < rollCalls; vote++)
            {
                var (slope, lower) = (1.2 * Normal(), 0.9 * Normal() + 0.4);
                var upper = lower + 0.15 + 0.5 * _random.NextDouble();
                var rollCall = builder.RollCall(new RollCall(VoteLayout.Unvotes, (session * 1000 + vote).ToString(CultureInfo.InvariantCulture), session, new DateOnly(1945 + session, 12, 1), $"{session}/{vote}", string.Create(CultureInfo.InvariantCulture, $"Invented text {vote} of session {session}"), true));
                for (var state = 0; state < states; state++)
                {
                    var leaning = slope * places[state] + Normal();
                    if (_random.NextDouble() >= absent) builder.Add(rollCall, builder.State(Name(state)), leaning < lower ? Choice.Yes : leaning < upper ? Choice.Abstain : Choice.No);
                }
            }
        }

        Book = builder.Build();
        // The scale is free; the truth is put on the scale of the estimates, and the first state on the positive side.
        var (middle, sign) = (Points.Values.Average(), Math.Sign(Points.Where(point => point.Key.State == Name(0)).Sum(point => point.Value)));
        var spread = Math.Sqrt(Points.Values.Average(point => (point - middle) * (point - middle)));
        foreach (var key in Points.Keys.ToList()) Points[key] = sign * (Points[key] - middle) / spread;
    }

    internal VoteBook Book { get; }

    /// <summary>The true points, mean 0 and spread 1.</summary>
    internal Dictionary<(string State, int Session), double> Points { get; } = [];

    /// <summary>The state whose side is positive.</summary>
    internal static string Positive => NameOf(0);

    private static string NameOf(int state) => string.Create(CultureInfo.InvariantCulture, $"S{state:000}");

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());
}
