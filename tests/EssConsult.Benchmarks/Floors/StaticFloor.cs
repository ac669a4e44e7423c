using System.Text;
using EssConsult.Benchmarks.Floors.Data;

namespace EssConsult.Benchmarks.Floors;

internal static class StaticFloor
{
    private const int BodyBytes = 20 * 1024;

    public static Floor Floor { get; } = new("static", "Kestrel answers 20 KB from memory", Build)
    {
        PostCondition = async (after, ct) =>
            (await after.Client.GetByteArrayAsync(new Uri("/", UriKind.Relative), ct)).Length == BodyBytes ? null : "the body is not 20 KB",
    };

    private static WebApplication Build(WebApplicationBuilder builder, string folder)
    {
        var body = Encoding.UTF8.GetBytes(new FloorText(seed: 1).Words(BodyBytes))[..BodyBytes];

        var app = builder.Build();
        app.MapGet("/", (HttpContext context) =>
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            context.Response.ContentLength = BodyBytes;
            return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
        });
        return app;
    }
}
