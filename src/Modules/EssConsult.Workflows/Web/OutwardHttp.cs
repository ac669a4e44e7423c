using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;

namespace EssConsult.Workflows.Web;

/// <summary>
/// The only way in which a circuit reaches another machine. The address is judged after the name was resolved, at the moment of
/// connecting, so that neither a redirect nor a name that changes its address leads inside (OWASP, Server-Side Request Forgery
/// Prevention). <c>Workflows:AllowedHosts</c> lists the only hosts that may be asked; <c>Workflows:PrivateHosts</c> those that may lie
/// in a private network. Both by commas.
/// </summary>
internal sealed class OutwardHttp : IDisposable
{
    /// <summary>Bytes of an answer that are read.</summary>
    public const int MostBytes = 1_000_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly string[] allowed;
    private readonly string[] inside;
    private readonly HttpClient client;

    public OutwardHttp(IConfiguration configuration)
    {
        allowed = List(configuration["Workflows:AllowedHosts"]);
        inside = List(configuration["Workflows:PrivateHosts"]);
        var handler = new SocketsHttpHandler { ConnectCallback = ConnectAsync, MaxAutomaticRedirections = 5, UseCookies = false, UseProxy = false, PooledConnectionLifetime = TimeSpan.FromMinutes(2) };
        client = new HttpClient(handler) { Timeout = Patience, MaxResponseContentBufferSize = MostBytes };
    }

    /// <exception cref="RuleException">The address is not one that circuits may ask.</exception>
    /// <exception cref="HttpRequestException">Nobody answers there.</exception>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        if (request.RequestUri is not { IsAbsoluteUri: true, Scheme: "http" or "https" } uri || (allowed.Length > 0 && !allowed.Contains(uri.Host, StringComparer.OrdinalIgnoreCase)))
        {
            throw Refused(request.RequestUri?.Host);
        }

        return client.SendAsync(request, ct);
    }

    public void Dispose() => client.Dispose();

    /// <summary>Whether an address belongs to the machine, its network, or no network at all (IANA special-purpose registries).</summary>
    internal static bool IsInside(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        if (IPAddress.IsLoopback(address) || address.IsIPv6LinkLocal || address.IsIPv6SiteLocal || address.IsIPv6UniqueLocal || address.IsIPv6Multicast || address.Equals(IPAddress.IPv6Any))
        {
            return true;
        }

        var bytes = address.GetAddressBytes();
        return address.AddressFamily == AddressFamily.InterNetwork
            ? bytes is [0 or 10 or 127, ..] or [100, >= 64 and <= 127, ..] or [169, 254, ..] or [172, >= 16 and <= 31, ..] or [192, 168, ..] or [192, 0, 0, _] or [192, 0, 2, _]
                or [198, 18 or 19, ..] or [198, 51, 100, _] or [203, 0, 113, _] or [>= 224, ..]
            // IPv4 inside IPv6 by translation (64:ff9b::/96) and 6to4 (2002::/16) may lead anywhere.
            : bytes is [0x00, 0x64, 0xff, 0x9b, ..] or [0x20, 0x02, ..] or [0x20, 0x01, 0x0d, 0xb8, ..];
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var host = context.DnsEndPoint.Host;
        if (allowed.Length > 0 && !allowed.Contains(host, StringComparer.OrdinalIgnoreCase))
        {
            throw Refused(host);
        }

        var addresses = await Dns.GetHostAddressesAsync(host, ct);
        if (!inside.Contains(host, StringComparer.OrdinalIgnoreCase) && Array.Exists(addresses, IsInside))
        {
            throw Refused(host);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static RuleException Refused(string? host) => new("workflow.host", "Un circuit ne peut pas interroger cette adresse : {0}.", host ?? "?");

    private static string[] List(string? hosts) => hosts?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
