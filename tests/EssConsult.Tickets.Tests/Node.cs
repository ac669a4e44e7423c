using System.Diagnostics;
using System.Text;

namespace EssConsult.Tickets.Tests;

/// <summary>Node 20, which the site's build needs anyway: WebCrypto as a browser has it, and OpenSSL by another road than ours.</summary>
internal static class Node
{
    /// <summary>What the script printed, given a text on its standard input.</summary>
    public static async Task<string> RunAsync(string script, string input, CancellationToken ct)
    {
        var start = new ProcessStartInfo("node", [Path.Combine(AppContext.BaseDirectory, "scripts", script)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(ct);
        var errors = process.StandardError.ReadToEndAsync(ct);
        await process.StandardInput.WriteAsync(input.AsMemory(), ct);
        process.StandardInput.Close();
        await process.WaitForExitAsync(ct);
        process.ExitCode.ShouldBe(0, await errors);
        return await output;
    }
}
