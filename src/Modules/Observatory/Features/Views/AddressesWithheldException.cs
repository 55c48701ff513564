namespace Noroshi.Observatory.Features;

/// <summary>Single source addresses were asked for by someone who gets aggregates only.</summary>
internal sealed class AddressesWithheldException : Exception
{
    public AddressesWithheldException()
        : base("Single source addresses are shown to analysts, investigators, auditors and administrators only; your role sees countries, networks and ports. Leave the source out.")
    {
    }

    public AddressesWithheldException(string message)
        : base(message)
    {
    }

    public AddressesWithheldException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
