using System.Net;
using System.Net.Sockets;

namespace EssConsult.Voting.PublicVote;

/// <summary>The neighbourhood of a network address, /24 or /48: what the screen compares, hashed, instead of the address.</summary>
internal static class NetworkPrefix
{
    private const int BytesOfIPv4 = 3, BytesOfIPv6 = 6;

    public static string Of(IPAddress? address)
    {
        var plain = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
        return plain is null ? "none" : Convert.ToHexString(plain.GetAddressBytes().AsSpan(0, plain.AddressFamily == AddressFamily.InterNetworkV6 ? BytesOfIPv6 : BytesOfIPv4));
    }
}
