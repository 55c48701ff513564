using Noroshi.Node;
using Noroshi.Shell;
using Noroshi.Storage;

namespace Noroshi.Tests.Node;

/// <summary><c>--only</c> opens what is asked for and what that needs, needed rooms first.</summary>
public sealed class HouseTests
{
    private static readonly IReadOnlyList<NoroshiModule> Rooms = [new Room("casework", "law", "contacts"), new Room("law"), new Room("contacts", "law"), new Room("capacity")];

    [Fact]
    public void Open_WhenNothingIsAsked_OpensEverything() =>
        House.Open(Rooms, []).Select(room => room.Name).ShouldBe(["law", "contacts", "casework", "capacity"]);

    [Fact]
    public void Open_WhenARoomNeedsOthers_OpensTheseFirst() =>
        House.Open(Rooms, ["casework"]).Select(room => room.Name).ShouldBe(["law", "contacts", "casework"]);

    [Fact]
    public void Open_WhenARoomIsNamedTwice_OpensItOnce() => House.Open(Rooms, ["law", "law"]).Count.ShouldBe(1);

    [Fact]
    public void Open_WhenARoomIsUnknown_NamesItAndTheKnownOnes()
    {
        var refusal = Should.Throw<RefusalException>(() => House.Open(Rooms, ["weather"]));
        refusal.ExitCode.ShouldBe(RefusalException.Input);
        refusal.Message.ShouldContain("weather");
        refusal.Message.ShouldContain("capacity, casework, contacts, law");
    }

    [Fact]
    public void Open_WhenANeededRoomIsMissing_SaysWhoNeedsIt() =>
        Should.Throw<RefusalException>(() => House.Open([new Room("casework", "law")], [])).Message.ShouldContain("'casework' needs");

    [Fact]
    public void Open_WhenRoomsNeedEachOther_SaysSo() =>
        Should.Throw<InvalidOperationException>(() => House.Open([new Room("a", "b"), new Room("b", "a")], []));

    [Fact]
    public void Modules_WhenListed_HaveDistinctPlainNames()
    {
        House.Modules.Select(module => module.Name).ShouldBeUnique();
        House.Modules.ShouldAllBe(module => module.Name.All(char.IsAsciiLetterLower));
    }

    private sealed class Room(string name, params string[] needs) : NoroshiModule
    {
        public override string Name => name;

        public override IReadOnlyList<string> Needs => needs;
    }
}
