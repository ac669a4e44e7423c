using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace EssConsult.Browser.Tests;

/// <summary>The site as its own process, with the demonstration, and a real Chromium. One for the whole assembly; a test that changes how the site works has one of its own.</summary>
public partial class RunningSite : IAsyncLifetime
{
    private static readonly string[] Switches =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

    /// <summary>Milliseconds: other tests run beside, on two cores.</summary>
    private const int Patience = 30_000;

    private readonly string data = Directory.CreateTempSubdirectory("ess-browser").FullName;
    private readonly ConcurrentDictionary<string, Lazy<Task<IBrowserContext>>> windows = new();
    private Process? process;
    private IPlaywright? playwright;

    public IBrowser Browser { get; private set; } = null!;

    public string Address { get; private set; } = string.Empty;

    public async ValueTask InitializeAsync()
    {
        Address = await StartAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        playwright = await Playwright.CreateAsync();
        Browser = await LaunchAsync();
    }

    /// <summary>A browser window of its own, in French.</summary>
    /// <param name="width">390 for a phone, 1280 for a desk.</param>
    /// <param name="script">Without JavaScript when false.</param>
    public async Task<IPage> OpenAsync(int width = 1280, bool script = true) => await (await NewWindowAsync(Browser, width, script)).NewPageAsync();

    /// <summary>A telephone whose camera looks at one picture all the time.</summary>
    /// <param name="film">A file in YUV4MPEG2.</param>
    public async Task<IPage> OpenWithCameraAsync(string film)
    {
        var browser = await LaunchAsync("--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", $"--use-file-for-fake-video-capture={film}");
        return await (await NewWindowAsync(browser, 390, script: true)).NewPageAsync();
    }

    /// <summary>A tab in a window that tests share: of a visitor when null, else of a demonstration account signed in once.</summary>
    public async Task<IPage> OpenAsAsync(string? persona)
    {
        var window = await windows.GetOrAdd(persona ?? string.Empty, _ => new(() => EnteredAsync(persona))).Value;
        return await window.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null)
        {
            await Browser.DisposeAsync();
        }

        playwright?.Dispose();
        if (process is not null)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }

        Directory.Delete(data, recursive: true);
        GC.SuppressFinalize(this);
    }

    private async Task<IBrowserContext> EnteredAsync(string? persona)
    {
        var window = await NewWindowAsync(Browser, 390, script: true);
        if (persona is not null)
        {
            var page = await window.NewPageAsync();
            await page.EnterAsAsync(persona);
            await page.CloseAsync();
        }

        return window;
    }

    private Task<IBrowser> LaunchAsync(params string[] switches) => playwright!.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium(), Args = [.. Switches, .. switches] });

    private async Task<IBrowserContext> NewWindowAsync(IBrowser browser, int width, bool script)
    {
        var window = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address, Locale = "fr-FR", TimezoneId = "Europe/Paris", ViewportSize = new ViewportSize { Width = width, Height = 900 },
            JavaScriptEnabled = script, ColorScheme = ColorScheme.Light, ReducedMotion = ReducedMotion.Reduce,
        });
        window.SetDefaultTimeout(Patience);
        return window;
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
        new[] { "/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists)
        ?? throw new FileNotFoundException("Install Debian's package chromium-headless-shell.");

    [GeneratedRegex("Now listening on: (http://127\\.0\\.0\\.1:\\d+)")]
    private static partial Regex Listening();
}
