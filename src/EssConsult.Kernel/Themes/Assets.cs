using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using EssConsult.Kernel.Modules;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using EssConsult.Kernel.Security;

namespace EssConsult.Kernel.Themes;

/// <summary>
/// Style sheets, scripts and pictures of the theme and the modules, under one version in the address: they may be kept for a year,
/// and relative imports between scripts stay within one version.
/// </summary>
public sealed class Assets(ThemeFolder theme, ModuleCatalog catalog, IWebHostEnvironment environment)
{
    private static readonly FileExtensionContentTypeProvider Types = new();
    private volatile Lazy<Version>? version;
    private readonly Lock building = new();

    public string StyleSheet => $"/assets/{Current.Hash}/site.css";

    /// <summary>Address of a file of the theme's assets, or of a module: <c>EssConsult.Search/search.js</c>.</summary>
    public string Url(string path) => $"/assets/{Current.Hash}/{path}";

    /// <summary>Whether the path is one of the theme's or a module's files; asked for every picture of every page, it reads no disk.</summary>
    public bool Has(string path) => path.StartsWith("EssConsult.", StringComparison.Ordinal) || path.StartsWith("lib/", StringComparison.Ordinal) || Current.ThemeFiles.Contains(path);

    internal void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/assets/{version}/{**path}", Serve).Public().ExcludeFromDescription();

    private IResult Serve(HttpContext context, string version, string path)
    {
        var current = Current;
        context.Response.Headers.CacheControl = version == current.Hash ? "public, max-age=31536000, immutable" : "no-cache";
        if (path == "site.css")
        {
            return Results.Bytes(current.Css, "text/css; charset=utf-8");
        }

        var file = Find(path);
        return file is { Exists: true, IsDirectory: false } && Types.TryGetContentType(path, out var type)
            ? Results.Stream(file.CreateReadStream(), type)
            : Results.NotFound();
    }

    private IFileInfo Find(string path) => path.StartsWith("EssConsult.", StringComparison.Ordinal)
        ? environment.WebRootFileProvider.GetFileInfo("_content/" + path)
        : path.StartsWith("lib/", StringComparison.Ordinal) ? environment.WebRootFileProvider.GetFileInfo(path)
        : theme.Files.GetFileInfo($"{theme.Id}/assets/{path}");

    private Version Current
    {
        get
        {
            var known = version;
            if (known?.Value.ThemeId == theme.Id)
            {
                return known.Value;
            }

            lock (building)
            {
                var built = new Lazy<Version>(Build());
                version = built;
                return built.Value;
            }
        }
    }

    private Version Build()
    {
        theme.Files.Watch($"{theme.Id}/**/*").RegisterChangeCallback(_ => version = null, null);
        var sheets = theme.File.Styles.Select(style => theme.Files.GetFileInfo($"{theme.Id}/{style}"))
            .Concat(Files("css"));
        var css = Encoding.UTF8.GetBytes(string.Join('\n', sheets.Where(sheet => sheet.Exists).Select(Text)));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(css);
        foreach (var file in Files("js").Concat(Libraries("lib")).Concat(theme.Files.GetDirectoryContents($"{theme.Id}/assets").Where(file => !file.IsDirectory).OrderBy(file => file.Name, StringComparer.Ordinal)))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Text(file)));
        }

        var files = theme.Files.GetDirectoryContents($"{theme.Id}/assets").Where(file => !file.IsDirectory).Select(file => file.Name).ToFrozenSet(StringComparer.Ordinal);
        return new Version(theme.Id, Convert.ToHexStringLower(hash.GetHashAndReset())[..12], css, files);
    }

    private IEnumerable<IFileInfo> Files(string extension) => catalog.Modules
        .Select(module => $"_content/{module.Manifest.Id}").Prepend("_content/EssConsult.Kernel")
        .SelectMany(folder => environment.WebRootFileProvider.GetDirectoryContents(folder))
        .Where(file => file.Name.EndsWith("." + extension, StringComparison.Ordinal))
        .OrderBy(file => file.Name, StringComparer.Ordinal);

    /// <summary>What npm brought, in folders too: a library of several files keeps its own.</summary>
    private IEnumerable<IFileInfo> Libraries(string folder) => environment.WebRootFileProvider.GetDirectoryContents(folder).OrderBy(file => file.Name, StringComparer.Ordinal)
        .SelectMany(file => file.IsDirectory ? Libraries($"{folder}/{file.Name}") : [file]);

    private static string Text(IFileInfo file)
    {
        using var reader = new StreamReader(file.CreateReadStream());
        return reader.ReadToEnd();
    }

    private sealed record Version(string ThemeId, string Hash, byte[] Css, FrozenSet<string> ThemeFiles);
}
