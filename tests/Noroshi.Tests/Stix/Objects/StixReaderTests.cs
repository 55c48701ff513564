using System.Runtime.CompilerServices;
using System.Text;
using Noroshi.Stix;

namespace Noroshi.Tests.Stix.Objects;

public sealed class StixReaderTests
{
    private const string Bundle = """{"objects":[{"type":"a","id":"1"},{"type":"b","id":"2","deep":{"objects":[1]}}],"x":1.50,"type":"bundle","id":"bundle--1"}""";

    [Fact]
    public void Read_WhenItIsABundle_GivesItsObjectsAndThenTheEnvelope()
    {
        Read(Bundle).ShouldBe(["0/0 {\"type\":\"a\",\"id\":\"1\"}", "0/1 {\"type\":\"b\",\"id\":\"2\",\"deep\":{\"objects\":[1]}}", "0/-1 (2) {\"x\":1.50,\"type\":\"bundle\",\"id\":\"bundle--1\"}"]);
    }

    [Fact]
    public void Read_WhenBytesComeOneByOne_GivesTheSame()
    {
        var text = "\uFEFF " + Bundle + "\n" + Bundle + "\n {\"type\":\"alone\"}\r\n\"no object\" ";
        Read(new Trickle(Encoding.UTF8.GetBytes(text))).ShouldBe(Read(text));
        Read(text).Count.ShouldBe(8);
    }

    [Fact]
    public void Read_WhenObservedDataHoldsADictionary_KeepsItWhole() =>
        Read("""{"type":"observed-data","objects":{"0":{"type":"file"}}}""").ShouldBe(["0/-1 {\"type\":\"observed-data\",\"objects\":{\"0\":{\"type\":\"file\"}}}"]);

    [Theory]
    [InlineData("""{"type":"bundle","objects":[{"type":"a"}""", "too early")]
    [InlineData("""{"type":"bundle","objects":[{"type":]}""", "Not JSON")]
    [InlineData("""{"objects":[,]}""", "Not JSON")]
    [InlineData("""{"objects":[1,]}""", "Not JSON")]
    [InlineData("""{"objects":[1 2]}""", "Not JSON")]
    [InlineData("""{"objects":[{]}]}""", "Not JSON")]
    [InlineData("""{"objects":[{}}]}""", "Not JSON")]
    [InlineData("""{"objects":["\""", "too early")]
    [InlineData("<xml/>", "Not JSON")]
    [InlineData("""{"a":1}}""", "Not JSON")]
    public void Read_WhenItIsNotJson_SaysSo(string text, string said) => Should.Throw<StixFormatException>(() => Read(text)).Message.ShouldContain(said);

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    public void Read_WhenThereIsNothing_GivesNothing(string text) => Read(text).ShouldBeEmpty();

    [Fact]
    public void Read_WhenNestingIsTooDeep_Refuses() => Should.Throw<StixFormatException>(() => Read("{\"a\":" + new string('[', 100_000)));

    [Fact]
    public void Read_WhenAnObjectIsTooLarge_RefusesInBoundedMemory()
    {
        using var endless = new Endless();
        using var reader = new StixReader(endless, largestObject: 1 << 20);
        Should.Throw<StixFormatException>(reader.Read).Message.ShouldContain("larger than");
        endless.Given.ShouldBeLessThan(4 << 20);
    }

    [Fact]
    public void Read_WhenTheBundleIsLarge_NeedsTheMemoryOfOneObject()
    {
        using var many = new Many(200_000);
        using var reader = new StixReader(many);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var count = 0;
        List<WeakReference> some = [];
        while (Next(reader) is { } next)
        {
            if (++count % 1_000 == 0) some.Add(next);
        }

        count.ShouldBe(200_001);
        GC.Collect();
        // Whatever else runs in the process: a reader that kept the objects would keep these alive.
        some.Count(one => one.IsAlive).ShouldBeLessThanOrEqualTo(1);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(many.Given * 6);
    }

    // Not inlined, so that no local of the test holds the object.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference? Next(StixReader reader)
    {
        if (reader.Read() is not { } next) return null;
        next.Dispose();
        return new WeakReference(next);
    }

    private static List<string> Read(string text) => Read(new MemoryStream(Encoding.UTF8.GetBytes(text)));

    private static List<string> Read(Stream stream)
    {
        using (stream)
        {
            using var reader = new StixReader(stream);
            List<string> read = [];
            while (reader.Read() is { } next)
            {
                using (next) read.Add($"{next.Document}/{next.Position} {(next.IsBundle ? $"({next.ObjectCount}) " : "")}{next.Json.GetRawText()}");
            }

            return read;
        }
    }

    private sealed class Trickle(byte[] content) : MemoryStream(content)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(1, buffer.Length)]);
    }

    private abstract class Source : MemoryStream
    {
        public long Given { get; protected set; }
    }

    private sealed class Endless : Source
    {
        public override int Read(Span<byte> buffer)
        {
            buffer.Fill((byte)'a');
            if (Given == 0) "{\"type\":\""u8.CopyTo(buffer);
            Given += buffer.Length;
            return buffer.Length;
        }
    }

    private sealed class Many(int objects) : Source
    {
        private int _left = objects;

        public override int Read(Span<byte> buffer)
        {
            var text = Given == 0 ? "{\"type\":\"bundle\",\"objects\":["u8 : _left > 1 ? "{\"type\":\"ipv4-addr\",\"value\":\"198.51.100.3\"},"u8 : _left == 1 ? "{\"type\":\"ipv4-addr\",\"value\":\"198.51.100.3\"}]}"u8 : [];
            if (Given > 0) _left--;
            text.CopyTo(buffer);
            Given += text.Length;
            return text.Length;
        }
    }
}
