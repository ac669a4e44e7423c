using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace EssConsult.Kernel.Security;

/// <summary>Whom a limit by network address counts.</summary>
public static class NetworkAddress
{
    private const int BytesOfNetwork = 8;

    /// <summary>An IPv4 address, or the /64 of an IPv6 one: whoever has one such address has them all.</summary>
    public static string Of(HttpContext? context) => context?.Connection.RemoteIpAddress switch
    {
        null => "none",
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } address => Network(address) + "/64",
        var address => address.ToString(),
    };

    private static IPAddress Network(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(BytesOfNetwork).Clear();
        return new IPAddress(bytes);
    }
}
