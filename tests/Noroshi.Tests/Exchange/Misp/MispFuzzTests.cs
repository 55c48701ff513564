using System.Text;
using System.Text.Json.Nodes;
using Noroshi.Exchange.Misp;

namespace Noroshi.Tests.Exchange.Misp;

/// <summary>Good events damaged at random: the reader answers or refuses with its own error, which says where; what it takes can be converted. A hundred thousand in every run, a million with NOROSHI_LONG.</summary>
public sealed class MispFuzzTests
{
    private const int Seed = 20_261_128;
    private static readonly int Inputs = Environment.GetEnvironmentVariable("NOROSHI_LONG") is { Length: > 0 } ? 1_000_000 : 100_000;
    private static readonly string[] Words = ["\"", "\\", "{", "}", "[", "]", ":", ",", "null", "true", "-1", "1e999", "99999999999999999999", "\\u0000", "\\ud800", "\0", "[]", "{}", "\"\"", "\"Event\":{}", "\"Attribute\":[{}]", "\"type\":\"md5\"", "\"value\":7", "\"timestamp\":\"-1\"", "\"uuid\":\"x\"", "\"date\":\"2026-02-30\""];

    [Fact]
    public void Reader_OnDamagedInput_AnswersOrRefuses()
    {
        var samples = Enumerable.Range(0, 60).Select(seed => Encoding.UTF8.GetBytes(new JsonObject { ["Event"] = MispSample.Event(seed) }.ToJsonString())).OrderBy(sample => sample.Length).Take(30).ToList();
        var (taken, refused) = (0, 0);
        for (var number = 0; number < Inputs; number++)
        {
            var random = new Random(Seed + number);
            var input = samples[random.Next(samples.Count)];
            for (var left = random.Next(4); left > 0; left--) input = Once(input, random);
            try
            {
                var read = MispReader.Read(input);
                taken++;
                // Each conversion is some hundred times the work of reading.
                if (number % 50 == 0) MispToStix.Convert(read);
            }
            catch (MispFormatException problem)
            {
                refused++;
                if (problem.Message.Length < 10 || (problem.Pointer.Length > 0 && problem.Pointer[0] != '/')) throw new InvalidOperationException($"{number}: '{problem.Message}' explains nothing");
            }
            catch (Exception problem)
            {
                throw new InvalidOperationException($"input {number} of seed {Seed}: {problem.GetType().Name}: {problem.Message}\n{Encoding.UTF8.GetString(input)}", problem);
            }
        }

        taken.ShouldBeGreaterThan(Inputs / 10);
        refused.ShouldBeGreaterThan(Inputs / 10);
    }

    private static byte[] Once(byte[] input, Random random)
    {
        var at = random.Next(input.Length + 1);
        var to = Math.Min(input.Length, at + random.Next(12));
        var word = Encoding.UTF8.GetBytes(Words[random.Next(Words.Length)]);
        return random.Next(5) switch
        {
            0 => [.. input[..at], (byte)random.Next(256), .. input[Math.Min(input.Length, at + 1)..]],
            1 => [.. input[..at], .. input[to..]],
            2 => [.. input[..to], .. input[at..]],
            3 => [.. input[..at], .. word, .. input[at..]],
            _ => [.. input[..at], .. word, .. input[to..]],
        };
    }
}
