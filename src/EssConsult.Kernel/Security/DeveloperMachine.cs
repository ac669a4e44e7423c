using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace EssConsult.Kernel.Security;

/// <summary>Guards what only whoever develops the site may use: one-click accounts, the mailbox page.</summary>
public sealed class DeveloperMachine(IHostEnvironment environment)
{
    /// <summary>True in Development, for a browser on this very machine that no proxy stands before.</summary>
    public bool Allows(HttpContext http) =>
        environment.IsDevelopment()
        && http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && !http.Request.Headers.ContainsKey("X-Forwarded-For") && !http.Request.Headers.ContainsKey("Forwarded");
}
