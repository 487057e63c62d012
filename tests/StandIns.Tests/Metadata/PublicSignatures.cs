using System.Globalization;
using System.Reflection;
using Google.Protobuf;

namespace Regio.StandIns.Tests.Metadata;

/// <summary>What an assembly offers to others, a line for each type and member, sorted.</summary>
internal static class PublicSignatures
{
    private const BindingFlags Own =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    // What the compiler writes into every record and the generator into every message says nothing of its own.
    private static readonly HashSet<string> s_ofEveryRecord = ["Equals", "GetHashCode", "ToString", "PrintMembers", "<Clone>$", "Deconstruct", "op_Equality", "op_Inequality", "EqualityContract"];
    private static readonly HashSet<string> s_ofEveryMessage = ["Equals", "GetHashCode", "ToString", "Clone", "MergeFrom", "WriteTo", "CalculateSize"];

    public static IReadOnlyList<string> Of(Assembly assembly) =>
        [.. assembly.GetTypes().Where(IsOffered).OrderBy(TypeText.Full, StringComparer.Ordinal).SelectMany(Lines)];

    private static IEnumerable<string> Lines(Type type)
    {
        yield return Declaration(type);
        foreach (var member in Members(type).Order(StringComparer.Ordinal))
            yield return $"  {member}";
    }

    private static bool IsOffered(Type type) =>
        (type.IsPublic || type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamORAssem)
        && (type.DeclaringType is not { } around || IsOffered(around));

    private static string Declaration(Type type)
    {
        var kind = type switch
        {
            { IsEnum: true } => "enum",
            { IsInterface: true } => "interface",
            { IsValueType: true } => "struct",
            _ when typeof(Delegate).IsAssignableFrom(type) => "delegate",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };
        var inherited = type.GetInterfaces().SelectMany(i => i.GetInterfaces()).Concat(type.BaseType?.GetInterfaces() ?? []).ToHashSet();
        var above = (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) && parent != typeof(Enum) ? [TypeText.Of(parent)] : Array.Empty<string>())
            .Concat(type.GetInterfaces().Where(i => !inherited.Contains(i) && i.IsVisible).Select(TypeText.Of).Order(StringComparer.Ordinal));
        return $"{kind} {TypeText.Full(type)}{TypeText.Constraints(type.GetGenericArguments())}"
            + (type.IsEnum || !above.Any() ? "" : $" : {string.Join(", ", above)}");
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
            return Enum.GetNames(type).Select(name => $"{name} = {Convert.ToInt64(Enum.Parse(type, name), CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)}");

        var isRecord = type.GetMethod("<Clone>$", Own) is not null || type.GetMethod("PrintMembers", Own) is not null;
        var isMessage = typeof(IMessage).IsAssignableFrom(type);
        bool IsWritten(string name) => !(isRecord && s_ofEveryRecord.Contains(name)) && !(isMessage && s_ofEveryMessage.Contains(name));

        var constructors = type.GetConstructors(Own).Where(IsOpen).Select(c => $"new({Parameters(c)})");
        var methods = type.GetMethods(Own).Where(m => IsOpen(m) && (!m.IsSpecialName || m.Name.StartsWith("op_", StringComparison.Ordinal)) && IsWritten(m.Name)).Select(Method);
        var properties = type.GetProperties(Own).Where(p => p.GetAccessors(nonPublic: true).Any(IsOpen) && IsWritten(p.Name)).Select(Property);
        var events = type.GetEvents(Own).Where(e => e.AddMethod is { } add && IsOpen(add)).Select(e => $"event {TypeText.Of(e.EventHandlerType!)} {e.Name}");
        var fields = type.GetFields(Own).Where(f => f.IsPublic || f.IsFamily || f.IsFamilyOrAssembly).Select(Field);
        return [.. constructors, .. methods, .. properties, .. events, .. fields];
    }

    private static bool IsOpen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Method(MethodInfo method) =>
        $"{Modifiers(method)}{TypeText.Of(method.ReturnType)} {method.Name}{TypeText.Arguments(method)}({Parameters(method)}){TypeText.Constraints(method.GetGenericArguments())}";

    private static string Property(PropertyInfo property)
    {
        var accessors = property.GetAccessors(nonPublic: true).Where(IsOpen).ToArray();
        var set = accessors.FirstOrDefault(a => a.ReturnType == typeof(void));
        var isInit = set?.ReturnParameter.GetRequiredCustomModifiers().Any(m => m.Name == "IsExternalInit") == true;
        var isRequired = property.CustomAttributes.Any(a => a.AttributeType.Name == "RequiredMemberAttribute");
        var index = property.GetIndexParameters() is { Length: > 0 } parameters ? $"[{string.Join(", ", parameters.Select(Parameter))}]" : "";
        var get = accessors.Any(a => a.ReturnType != typeof(void)) ? "get; " : "";
        var change = set is null ? "" : isInit ? "init; " : "set; ";
        return $"{Modifiers(accessors[0])}{(isRequired ? "required " : "")}{TypeText.Of(property.PropertyType)} {property.Name}{index} {{ {get}{change}}}";
    }

    private static string Field(FieldInfo field) => field.IsLiteral
        ? $"const {TypeText.Of(field.FieldType)} {field.Name} = {TypeText.Literal(field.GetRawConstantValue())}"
        : $"{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{TypeText.Of(field.FieldType)} {field.Name}";

    private static string Modifiers(MethodBase method) =>
        (method.IsPublic ? "" : "protected ")
        + (method.IsStatic ? "static " : "")
        + (method.IsAbstract && method.DeclaringType?.IsInterface != true ? "abstract " : "")
        + (method is { IsVirtual: true, IsFinal: false, IsAbstract: false } ? "virtual " : "");

    private static string Parameters(MethodBase method)
    {
        var isExtension = method.CustomAttributes.Any(a => a.AttributeType.Name == "ExtensionAttribute");
        return (isExtension ? "this " : "") + string.Join(", ", method.GetParameters().Select(Parameter));
    }

    private static string Parameter(ParameterInfo parameter)
    {
        var way = parameter.IsOut ? "out " : parameter.IsIn ? "in " : parameter.ParameterType.IsByRef ? "ref " : "";
        var isParams = parameter.CustomAttributes.Any(a => a.AttributeType.Name is "ParamArrayAttribute" or "ParamCollectionAttribute");
        var byDefault = parameter.HasDefaultValue ? $" = {TypeText.Literal(parameter.RawDefaultValue)}" : "";
        return $"{way}{(isParams ? "params " : "")}{TypeText.Of(parameter.ParameterType)} {parameter.Name}{byDefault}";
    }
}
