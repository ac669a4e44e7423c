using System.Diagnostics;
using System.Text.RegularExpressions;

namespace EssConsult.Browser.Tests;

/// <summary>The site as its own process, with the demonstration, and a real Chromium. One for the whole assembly.</summary>
public sealed partial class RunningSite : IAsyncLifetime
{
    private static readonly string[] Switches =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

    private readonly string data = Directory.CreateTempSubdirectory("ess-browser").FullName;
    private Process? process;
    private IPlaywright? playwright;

    public IBrowser Browser { get; private set; } = null!;

    public string Address { get; private set; } = string.Empty;

    public async ValueTask InitializeAsync()
    {
        Address = await StartAsync();
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium(), Args = Switches });
    }

    /// <summary>A browser window of its own, in French.</summary>
    /// <param name="width">390 for a phone, 1280 for a desk.</param>
    /// <param name="script">Without JavaScript when false.</param>
    public async Task<IPage> OpenAsync(int width = 1280, bool script = true, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address, Locale = "fr-FR", TimezoneId = "Europe/Paris", ViewportSize = new ViewportSize { Width = width, Height = 900 },
            JavaScriptEnabled = script, ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(30_000);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null)
        {
            await Browser.DisposeAsync();
        }

        playwright?.Dispose();
        process?.Kill(entireProcessTree: true);
        process?.Dispose();
        Directory.Delete(data, recursive: true);
    }

    private async Task<string> StartAsync()
    {
        var assembly = typeof(Program).Assembly.Location;
        var start = new ProcessStartInfo("dotnet", [assembly, "--urls", "http://127.0.0.1:0"])
        {
            WorkingDirectory = Repository.Web, RedirectStandardOutput = true, RedirectStandardError = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["Site__DataFolder"] = data },
        };
        process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var log = new List<string>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            log.Add(line);
            if (Listening().Match(line) is { Success: true } found)
            {
                _ = process.StandardOutput.ReadToEndAsync();
                return found.Groups[1].Value;
            }
        }

        throw new InvalidOperationException("The site did not start:" + Environment.NewLine + string.Join(Environment.NewLine, log));
    }

    private static string Chromium() =>
        new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists)
        ?? throw new FileNotFoundException("Install Debian's package chromium.");

    [GeneratedRegex("Now listening on: (http://127\\.0\\.0\\.1:\\d+)")]
    private static partial Regex Listening();
}
