using SkiaSharp;

namespace EssConsult.Content.Media;

/// <summary>A picture drawn anew: upright, at most 2400 pixels a side, in sRGB, without what the camera or a stranger had hidden in it.</summary>
internal sealed record Picture(byte[] Bytes, string ContentType, int Width, int Height)
{
    public const int MaxSide = 2400;
    private const long MaxPixels = 40_000_000;
    private static readonly SKSamplingOptions Smooth = new(SKFilterMode.Linear, SKMipmapMode.Linear);

    /// <summary>A decoded picture takes up to 160 MB, and anybody may send one: two at a time in this process.</summary>
    internal static SemaphoreSlim Turns { get; } = new(2);

    /// <summary><see cref="Redraw"/>, when its turn comes.</summary>
    public static async Task<Picture?> RedrawInTurnAsync(byte[] bytes, FileKind kind, CancellationToken ct)
    {
        await Turns.WaitAsync(ct);
        try
        {
            return await Task.Run(() => Redraw(bytes, kind), ct);
        }
        finally
        {
            Turns.Release();
        }
    }

    /// <returns>Null when it cannot be decoded or has more pixels than a camera makes.</returns>
    public static Picture? Redraw(byte[] bytes, FileKind kind)
    {
        using var data = SKData.CreateCopy(bytes);
        using var codec = SKCodec.Create(data);
        if (codec is null || (long)codec.Info.Width * codec.Info.Height is 0 or > MaxPixels)
        {
            return null;
        }

        using var decoded = SKBitmap.Decode(codec, new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb()));
        if (decoded is null)
        {
            return null;
        }

        // Made smaller before it is turned: a second large bitmap is never needed.
        using var smaller = Smaller(decoded, MaxSide);
        using var turned = Turned(smaller ?? decoded, codec.EncodedOrigin);
        var drawn = turned ?? smaller ?? decoded;

        // A GIF keeps its first picture, as PNG.
        var (format, type) = kind == FileKind.Jpeg ? (SKEncodedImageFormat.Jpeg, "image/jpeg") : kind == FileKind.Webp ? (SKEncodedImageFormat.Webp, "image/webp") : (SKEncodedImageFormat.Png, "image/png");
        return new Picture(Encode(drawn, format, 85), type, drawn.Width, drawn.Height);
    }

    /// <summary>A smaller WebP of the given width.</summary>
    public byte[] Variant(int width)
    {
        using var bitmap = SKBitmap.Decode(Bytes);
        using var smaller = bitmap.Resize(new SKImageInfo(width, Math.Max(1, (int)Math.Round((double)bitmap.Height * width / bitmap.Width))), Smooth);
        return Encode(smaller, SKEncodedImageFormat.Webp, 80);
    }

    /// <returns>Null when it fits.</returns>
    private static SKBitmap? Smaller(SKBitmap bitmap, int side)
    {
        var scale = (double)side / Math.Max(bitmap.Width, bitmap.Height);
        return scale >= 1 ? null : bitmap.Resize(new SKImageInfo(Math.Max(1, (int)Math.Round(bitmap.Width * scale)), Math.Max(1, (int)Math.Round(bitmap.Height * scale))), Smooth);
    }

    /// <returns>Null when it stands upright.</returns>
    private static SKBitmap? Turned(SKBitmap bitmap, SKEncodedOrigin origin)
    {
        if (origin is SKEncodedOrigin.TopLeft)
        {
            return null;
        }

        var (width, height) = (bitmap.Width, bitmap.Height);
        var turned = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var upright = new SKBitmap(new SKImageInfo(turned ? height : width, turned ? width : height, bitmap.ColorType, bitmap.AlphaType, bitmap.ColorSpace));
        using var canvas = new SKCanvas(upright);
        canvas.SetMatrix(origin switch
        {
            SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, width, 0, 1, 0, 0, 0, 1),
            SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, width, 0, -1, height, 0, 0, 1),
            SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, height, 0, 0, 1),
            SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightTop => new SKMatrix(0, -1, height, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, height, -1, 0, width, 0, 0, 1),
            SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, width, 0, 0, 1),
            _ => SKMatrix.Identity,
        });
        canvas.DrawBitmap(bitmap, 0, 0, Smooth);
        return upright;
    }

    private static byte[] Encode(SKBitmap bitmap, SKEncodedImageFormat format, int quality)
    {
        using var image = SKImage.FromBitmap(bitmap);
        using var encoded = image.Encode(format, quality);
        return encoded.ToArray();
    }
}
