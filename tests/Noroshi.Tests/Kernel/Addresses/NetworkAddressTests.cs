using System.Net;
using FsCheck;
using FsCheck.Fluent;
using Noroshi.Kernel;

namespace Noroshi.Tests.Kernel.Addresses;

public class NetworkAddressTests
{
    [Fact]
    public void NetworkAddress_WhenWrittenAndRead_IsTheSame() =>
        Prop.ForAll<ulong, ulong>((high, low) =>
        {
            var address = new NetworkAddress(high, low);
            return NetworkAddress.TryParse(address.ToString(), out var again) && again == address;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void FromIPv4_WhenWrittenAndRead_IsTheSameAndIsIPv4() =>
        Prop.ForAll<uint>(value =>
        {
            var address = NetworkAddress.FromIPv4(value);
            return address.IsIPv4 && address.IPv4 == value && NetworkAddress.TryParse(address.ToString(), out var again) && again == address;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void FromIPv6_WhenGivenAnyBytes_AgreesWithTheFramework() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte>().Generator.ArrayOf(16).ToArbitrary(), bytes =>
        {
            var address = NetworkAddress.FromIPv6(bytes);
            return address.IsIPv4 || address.ToIPAddress().Equals(new IPAddress(bytes));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void CompareTo_WhenGivenTwoIPv4Addresses_OrdersThemByNumber() =>
        Prop.ForAll<uint, uint>((left, right) =>
            NetworkAddress.FromIPv4(left).CompareTo(NetworkAddress.FromIPv4(right)) == left.CompareTo(right)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1")]
    [InlineData("2001:db8::1", "2001:db8::1")]
    [InlineData("2001:0DB8:0:0:0:0:0:1", "2001:db8::1")]
    [InlineData("::ffff:192.0.2.1", "192.0.2.1")]
    public void TryParse_WhenGivenAnAddress_ReadsIt(string text, string expected)
    {
        NetworkAddress.TryParse(text, out var address).ShouldBeTrue();
        address.ToString().ShouldBe(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("192.0.2")]
    [InlineData("192.0.2.256")]
    [InlineData("3232235777")]
    [InlineData("0x7f.1")]
    [InlineData("fe80::1%eth0")]
    [InlineData("192.0.2.1/24")]
    [InlineData(" 192.0.2.1")]
    [InlineData("example.org")]
    public void TryParse_WhenGivenSomethingElse_Refuses(string text) => NetworkAddress.TryParse(text, out _).ShouldBeFalse();
}
