using System.ComponentModel;
using System.Diagnostics;

namespace EssConsult.Benchmarks.Measuring;

internal sealed record CommandResult(int ExitCode, string Output, string Error);

/// <summary>Runs a program to its end.</summary>
internal static class Command
{
    /// <returns>Null when the program is not installed.</returns>
    public static async Task<CommandResult?> RunAsync(string program, IEnumerable<string> arguments, CancellationToken ct)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        };

        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync(ct);
            var error = process.StandardError.ReadToEndAsync(ct);
            await process.WaitForExitAsync(ct);
            return new CommandResult(process.ExitCode, await output, await error);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
