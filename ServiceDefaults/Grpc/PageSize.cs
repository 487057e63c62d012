using Regio.ServiceDefaults.Errors;

namespace Regio.ServiceDefaults.Grpc;

/// <summary>How many items a page holds (AIP-158).</summary>
public static class PageSize
{
    /// <summary>What a caller gets that asks for nothing in particular.</summary>
    public const int Default = 50;

    /// <summary>What a caller gets at most.</summary>
    public const int Most = 500;

    /// <summary>The size to use for the size that was asked: 0 gives the default, more than the most gives the most.</summary>
    public static int From(int asked) => asked switch
    {
        < 0 => throw new DomainException(CommonRules.PageSizeNegative, "page_size"),
        0 => Default,
        _ => Math.Min(asked, Most),
    };
}
