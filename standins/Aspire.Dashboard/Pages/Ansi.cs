using System.Text;

namespace Aspire.Dashboard.Pages;

/// <summary>A piece of a console line with one look.</summary>
internal readonly record struct AnsiRun(string Text, string Css);

/// <summary>
/// Reads the colours of a console: of the escapes of ECMA-48 those that set a look become class names, all others vanish.
/// A look lasts beyond the end of a line, so a reader belongs to one console.
/// </summary>
internal sealed class AnsiReader
{
    private const char Escape = '\u001b';

    private static readonly string[] Names = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"];

    private string? _front;
    private string? _back;
    private bool _bold;
    private bool _dim;
    private bool _italic;
    private bool _underlined;

    /// <summary>The text without any escapes.</summary>
    public static string Plain(string line) => string.Concat(new AnsiReader().Read(line).Select(run => run.Text));

    public IReadOnlyList<AnsiRun> Read(string line)
    {
        var runs = new List<AnsiRun>();
        var text = new StringBuilder();
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == Escape)
            {
                var (end, parameters) = Sequence(line, i + 1);
                if (parameters is not null)
                {
                    Flush(runs, text);
                    Apply(parameters);
                }

                i = end;
            }
            else if (line[i] == '\t' || !char.IsControl(line[i]))
            {
                text.Append(line[i]);
            }
        }

        Flush(runs, text);
        return runs;
    }

    /// <summary>Where an escape ends, and its parameters when it sets a look.</summary>
    private static (int End, int[]? Parameters) Sequence(string line, int start)
    {
        if (start >= line.Length)
            return (line.Length, null);
        if (line[start] == ']')
        {
            // An operating system command, such as a title or a link: ends with BEL or ESC \.
            for (var i = start + 1; i < line.Length; i++)
            {
                if (line[i] == '\u0007')
                    return (i, null);
                if (line[i] == Escape)
                    return (Math.Min(i + 1, line.Length), null);
            }

            return (line.Length, null);
        }

        if (line[start] != '[')
            return (start, null);
        var final = start + 1;
        while (final < line.Length && line[final] is >= ' ' and <= '?')
            final++;
        if (final >= line.Length || line[final] != 'm')
            return (final, null);
        var numbers = line[(start + 1)..final].Split(';', ':');
        return (final, Array.ConvertAll(numbers, number => int.TryParse(number, System.Globalization.CultureInfo.InvariantCulture, out var n) ? n : 0));
    }

    private void Apply(int[] parameters)
    {
        for (var i = 0; i < parameters.Length; i++)
        {
            switch (parameters[i])
            {
                case 0: (_front, _back, _bold, _dim, _italic, _underlined) = (null, null, false, false, false, false); break;
                case 1: _bold = true; break;
                case 2: _dim = true; break;
                case 3: _italic = true; break;
                case 4: _underlined = true; break;
                case 22: (_bold, _dim) = (false, false); break;
                case 23: _italic = false; break;
                case 24: _underlined = false; break;
                case 39: _front = null; break;
                case 49: _back = null; break;
                case 38: _front = Extended(parameters, ref i) ?? _front; break;
                case 48: _back = Extended(parameters, ref i) ?? _back; break;
                case var code: Colour(code); break;
            }
        }
    }

    private void Colour(int code)
    {
        switch (code)
        {
            case >= 30 and <= 37: _front = Names[code - 30]; break;
            case >= 40 and <= 47: _back = Names[code - 40]; break;
            case >= 90 and <= 97: _front = "bright-" + Names[code - 90]; break;
            case >= 100 and <= 107: _back = "bright-" + Names[code - 100]; break;
        }
    }

    /// <summary>A colour out of 256 or of three parts becomes the nearest of the sixteen, which both themes can show.</summary>
    private static string? Extended(int[] parameters, ref int i)
    {
        if (i + 2 < parameters.Length && parameters[i + 1] == 5)
        {
            i += 2;
            return OfPalette(parameters[i]);
        }

        if (i + 4 < parameters.Length && parameters[i + 1] == 2)
        {
            i += 4;
            return Nearest(parameters[i - 2], parameters[i - 1], parameters[i]);
        }

        return null;
    }

    private static string OfPalette(int number) => number switch
    {
        < 8 => Names[Math.Max(0, number)],
        < 16 => "bright-" + Names[number - 8],
        < 232 => Nearest(Cube((number - 16) / 36), Cube((number - 16) / 6 % 6), Cube((number - 16) % 6)),
        _ => Nearest((number - 232) * 10, (number - 232) * 10, (number - 232) * 10),
    };

    private static int Cube(int step) => step == 0 ? 0 : 55 + (step * 40);

    private static string Nearest(int red, int green, int blue)
    {
        var most = Math.Max(red, Math.Max(green, blue));
        var index = (red > most / 2 ? 1 : 0) | (green > most / 2 ? 2 : 0) | (blue > most / 2 ? 4 : 0);
        if (most < 48)
            return "black";
        return most > 200 ? "bright-" + Names[index] : Names[index];
    }

    private void Flush(List<AnsiRun> runs, StringBuilder text)
    {
        if (text.Length == 0)
            return;
        runs.Add(new AnsiRun(text.ToString(), Css()));
        text.Clear();
    }

    private string Css()
    {
        var names = new List<string>();
        if (_front is not null)
            names.Add("f-" + _front);
        if (_back is not null)
            names.Add("b-" + _back);
        if (_bold)
            names.Add("bold");
        if (_dim)
            names.Add("dim");
        if (_italic)
            names.Add("italic");
        if (_underlined)
            names.Add("underlined");
        return string.Join(' ', names);
    }
}
