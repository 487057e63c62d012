using Google.Protobuf.WellKnownTypes;
using Regio.ServiceDefaults.Errors;

namespace Regio.ServiceDefaults.Grpc;

/// <summary>Which fields an update changes (AIP-134).</summary>
public static class FieldMasks
{
    /// <summary>An update names a field that an update cannot change: state, etag and ids among them.</summary>
    public static readonly Rule NotUpdatable = new(
        "FIELD_NOT_UPDATABLE",
        RuleKind.Invalid,
        "An update cannot change {path}; it can change {updatable}.",
        "{path} is niet te wijzigen; wel te wijzigen: {updatable}.");

    /// <summary>An update names no fields.</summary>
    public static readonly Rule Missing = new(
        "UPDATE_MASK_MISSING",
        RuleKind.Invalid,
        "Name the fields to change in update_mask; an update can change {updatable}.",
        "Noem in update_mask de te wijzigen velden; te wijzigen: {updatable}.");

    private const string Field = "update_mask";
    private const string Everything = "*";

    /// <summary>The paths that an update names; <c>*</c> stands for all that can be changed.</summary>
    /// <param name="mask">The mask of the request.</param>
    /// <param name="updatable">Paths that an update can change, as the proto names them.</param>
    public static IReadOnlySet<string> Paths(FieldMask? mask, params IReadOnlyCollection<string> updatable)
    {
        var named = mask?.Paths.Select(path => path.Trim()).Where(path => path.Length > 0).ToHashSet() ?? [];
        if (named.Count == 0)
            throw new DomainException(Missing, Field, Values(updatable));
        if (named.Remove(Everything))
            named.UnionWith(updatable);
        return named.FirstOrDefault(path => !updatable.Contains(path)) is { } other
            ? throw new DomainException(NotUpdatable, Field, new Dictionary<string, string>(Values(updatable)) { ["path"] = Shortened(other) })
            : named;
    }

    /// <summary>Whether a mask names a path, by itself or with all others; for validators, which look at a field only when it is to change.</summary>
    public static bool Names(this FieldMask? mask, string path) =>
        mask is not null && mask.Paths.Any(named => named.Trim() is Everything || named.Trim() == path);

    private static Dictionary<string, string> Values(IReadOnlyCollection<string> updatable) => new() { ["updatable"] = string.Join(", ", updatable) };

    private static string Shortened(string path) => path.Length <= 60 ? path : path[..60];
}
