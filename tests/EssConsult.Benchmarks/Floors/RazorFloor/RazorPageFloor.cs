using System.Text.Encodings.Web;
using System.Text.Unicode;
using EssConsult.Benchmarks.Floors.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.WebEncoders;

namespace EssConsult.Benchmarks.Floors.RazorFloor;

internal static class RazorPageFloor
{
    public static Floor Floor { get; } = new("razor", "one Razor page reads 20 rows by EF Core", Build)
    {
        Prepare = FloorSeed.CopyAsync,
        PostCondition = async (after, ct) =>
        {
            var page = await after.Client.GetStringAsync(new Uri("/", UriKind.Relative), ct);
            var rows = page.Split("<article>").Length - 1;
            return rows == IndexModel.Rows ? null : $"the page shows {rows} rows, not {IndexModel.Rows}";
        },
    };

    private static WebApplication Build(WebApplicationBuilder builder, string folder)
    {
        builder.Services.AddDbContextPool<FloorDb>(options => options.UseSqlite(FloorDb.ConnectionString(folder)));
        builder.Services.AddRazorPages(options => options.RootDirectory = "/Floors/RazorFloor");

        // French is full of accents: writing each as &#xE9; would slow the floor and flatter the product.
        builder.Services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));

        var app = builder.Build();
        app.MapRazorPages();
        return app;
    }
}
