using QRCoder;

namespace EssConsult.Tickets.Qr;

/// <summary>The modules of a QR code at error correction M (ISO/IEC 18004), its quiet zone included.</summary>
internal sealed class QrModules
{
    /// <summary>Light modules on each side, as the standard asks.</summary>
    public const int QuietZone = 4;

    private readonly QRCodeData code;

    private QrModules(QRCodeData code) => this.code = code;

    /// <summary>Modules on each side.</summary>
    public int Size => code.ModuleMatrix.Count;

    /// <summary>The smallest code of a text: alphanumeric when its characters allow, else UTF-8, which the code then says.</summary>
    public static QrModules Of(string text) => new(QRCodeGenerator.GenerateQrCode(
        text, QRCodeGenerator.ECCLevel.M, forceUtf8: false, utf8BOM: false, eciMode: text.All(char.IsAscii) ? QRCodeGenerator.EciMode.Default : QRCodeGenerator.EciMode.Utf8));

    /// <summary>Dark modules side by side, row by row from the top.</summary>
    public IEnumerable<(int X, int Y, int Length)> Runs()
    {
        for (var y = 0; y < Size; y++)
        {
            for (var x = 0; x < Size; x++)
            {
                var start = x;
                while (x < Size && code.ModuleMatrix[y][x])
                {
                    x++;
                }

                if (x > start)
                {
                    yield return (start, y, x - start);
                }
            }
        }
    }
}
