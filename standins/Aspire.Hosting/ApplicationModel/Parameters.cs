using System.Security.Cryptography;

namespace Aspire.Hosting.ApplicationModel;

public class ParameterResource : Resource, IManifestExpressionProvider, IValueProvider
{
    private readonly Lazy<string> value;

    public ParameterResource(string name, Func<ParameterDefault?, string> callback, bool secret = false)
        : base(name)
    {
        value = new Lazy<string>(() => callback(Default));
        Secret = secret;
    }

    public ParameterDefault? Default { get; set; }

    public bool Secret { get; }

    public string? Description { get; set; }

    public bool EnableDescriptionMarkdown { get; set; }

    public string ValueExpression => $"{{{Name}.value}}";

    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default) => new(value.Value);
}

public abstract class ParameterDefault
{
    public abstract string GetDefaultValue();
}

public sealed class GenerateParameterDefault : ParameterDefault
{
    private const string LowerCase = "abcdefghjkmnpqrstuvwxyz";
    private const string UpperCase = "ABCDEFGHJKMNPQRSTUVWXYZ";
    private const string Digits = "0123456789";
    private const string Specials = "-_.{}~()*+!";
    private const int MinimumEntropyLength = 22;

    public int MinLength { get; set; }

    public bool Lower { get; set; } = true;

    public bool Upper { get; set; } = true;

    public bool Numeric { get; set; } = true;

    public bool Special { get; set; } = true;

    public int MinLower { get; set; }

    public int MinUpper { get; set; }

    public int MinNumeric { get; set; }

    public int MinSpecial { get; set; }

    public override string GetDefaultValue()
    {
        var all = (Lower ? LowerCase : "") + (Upper ? UpperCase : "") + (Numeric ? Digits : "") + (Special ? Specials : "");
        if (all.Length == 0)
            throw new InvalidOperationException("A generated parameter needs at least one kind of character.");

        var characters = new List<char>();
        characters.AddRange(RandomNumberGenerator.GetItems<char>(LowerCase, MinLower));
        characters.AddRange(RandomNumberGenerator.GetItems<char>(UpperCase, MinUpper));
        characters.AddRange(RandomNumberGenerator.GetItems<char>(Digits, MinNumeric));
        characters.AddRange(RandomNumberGenerator.GetItems<char>(Specials, MinSpecial));
        var missing = Math.Max(0, Math.Max(MinLength, MinimumEntropyLength) - characters.Count);
        characters.AddRange(RandomNumberGenerator.GetItems<char>(all, missing));

        var result = characters.ToArray();
        RandomNumberGenerator.Shuffle<char>(result);
        return new string(result);
    }
}
