using System.Text;
using Noroshi.Exchange.Misp;

namespace Noroshi.Tests.Exchange.Misp;

/// <summary>What the reader takes, and how it refuses the rest.</summary>
public sealed class MispReaderTests
{
    [Theory]
    [InlineData("""{"Event":{"info":"x"}}""", 1, 0)]
    [InlineData("""{"info":"x"}""", 1, 0)]
    [InlineData("""{"response":[{"Event":{"info":"x"}},{"Event":{"info":"y"}}]}""", 2, 0)]
    [InlineData("""{"response":{"Attribute":[{"type":"md5","value":"x"}]}}""", 0, 1)]
    [InlineData("""{"response":{"Attribute":[{"type":"md5","value":"x","Event":{"info":"not this one"}}]}}""", 0, 1)]
    [InlineData("""[{"type":"md5","value":"x"}]""", 0, 1)]
    [InlineData("""{"Attribute":{"type":"md5","value":"x"},"Event":{"info":"its event"}}""", 1, 0)]
    [InlineData("[]", 0, 0)]
    public void Content_WhenWrapped_IsFound(string json, int events, int attributes)
    {
        var read = MispReader.Read(Encoding.UTF8.GetBytes(json));
        (read.Events.Count, read.Attributes.Count).ShouldBe((events, attributes));
    }

    [Theory]
    [InlineData("""{"info":"x","Attribute":[{"type":"md5"}]}""", "/Attribute/0", "'value' is missing")]
    [InlineData("""{"info":"x","Attribute":[{"type":"md5","value":"x","timestamp":"tomorrow"}]}""", "/Attribute/0/timestamp", "seconds since 1970")]
    [InlineData("""{"info":"x","Attribute":{}}""", "/Attribute", "a list is expected")]
    [InlineData("""{"info":"x","date":"2026-02-30"}""", "/date", "a date such as")]
    [InlineData("""{"info":"x","uuid":"7"}""", "/uuid", "a UUID such as")]
    [InlineData("""{"info":"x","info":"y"}""", "/info", "stands twice")]
    [InlineData("""{"a":[{"info":"\ud800"}]}""", "/a/0/info", "not Unicode")]
    [InlineData("""{"other":1}""", "", "neither an event")]
    [InlineData("""7""", "", "an event, an attribute, or a list of them")]
    [InlineData("""{"info":""", "", "not JSON")]
    public void Content_WhenWrong_IsRefusedWithWhereAndWhat(string json, string place, string says)
    {
        var problem = Should.Throw<MispFormatException>(() => MispReader.Read(Encoding.UTF8.GetBytes(json)));
        if (says != "not JSON") problem.Pointer.ShouldBe(place);
        problem.Message.ShouldContain(says);
    }

    [Fact]
    public void Limits_WhenExceeded_AreNamed()
    {
        var small = new MispLimits { Bytes = 200, Values = 20, Text = 50, Depth = 4 };
        void Refused(string json, string says) => Should.Throw<MispFormatException>(() => MispReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)), small)).Message.ShouldContain(says);
        Refused($$"""{"info":"{{new string('x', 300)}}"}""", "larger than 200 bytes");
        Refused($$"""{"info":"{{new string('x', 60)}}"}""", "longer than 50 bytes");
        Refused($$"""{"info":"x","y":[{{string.Join(',', Enumerable.Repeat("1", 30))}}]}""", "more than 20 values");
        Refused("""{"info":"x","y":[[[[[1]]]]]}""", "more than 4 deep");
    }
}
