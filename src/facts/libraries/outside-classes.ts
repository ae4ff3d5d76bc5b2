import { anyWord } from "../../text/any-word.ts";
import { literally } from "../../text/literally.ts";
import { STANDARD_CLASSES } from "./standard-classes.ts";

/** What a call makes that the models of a database derive from. */
export const DECLARATIVE: string = "sqlalchemy.orm.declarative_base";

/** Classes that make attributes of the fields which they list. */
export const VERSIONED: RegExp =
  /^oslo_versionedobjects\.base\.(VersionedObject(DictCompat)?|ComparableVersionedObject|TimestampedObject|ObjectListBase)$/;

/** These, and models, which get some from what they are related to. */
export const WITH_FIELDS: RegExp = new RegExp(
  String.raw`${VERSIONED.source}|^(neutron_lib\.db\.model_base\.BASEV2|oslo_db\.sqlalchemy\.models\.\w+|${literally(DECLARATIVE)})$`,
);

/** Kinds of fields, whose subclasses hold the values that a field may have. */
export const KIND_OF_FIELD: RegExp = /^oslo_versionedobjects\.fields\.\w+$/;

/** What these give their objects. */
export const OF_VERSIONED: RegExp = anyWord(String.raw`
  VERSION OBJ_\w+ fields child_versions indirection_api objects created_at updated_at _context
  _changed_fields
  _obj_(from_primitive|make_obj_compatible|relationship_for|primitive_key|primitive_field)
  obj_name obj_class_from_name obj_from_primitive obj_to_primitive obj_make_compatible
  obj_make_compatible_from_manifest obj_load_attr obj_calculate_child_version obj_attr_is_set
  obj_what_changed obj_get_changes obj_reset_changes obj_set_defaults obj_fields obj_extra_fields
  obj_alternate_context obj_relationships obj_tree_get_versions obj_context obj_clone
  to_json_schema keys items values iteritems itervalues iterkeys get update setdefault pop has_key count
  index sort append __contains__
`);

/** Classes from outside of the tree that many inherit, with the members of those that say little. */
export const OUTSIDE: ReadonlyMap<string, RegExp> = new Map([
  ...STANDARD_CLASSES,
  [
    "oslo_service.periodic_task.PeriodicTasks",
    /^(conf|add_periodic_task|run_periodic_tasks|_periodic_(tasks|spacing|last_run))$/,
  ],
  [
    "pecan.rest.RestController",
    anyWord(String.raw`
      get(_one|_all|_delete)? new edit post put patch delete options head index custom_actions
      _custom_actions _default _find_\w+ _lookup _route _remap _handle_\w+ _get_args_for_controller
      _set_routing_args _check_\w+ _parent _fixed_args_\w+
    `),
  ],
  ["wsme.types.Base", /^_wsme\w*$/],
  ["wsme.types.DynamicBase", /^(add_attributes|_wsme\w*)$/],
  ["pecan.hooks.PecanHook", /^(priority|on_route|before|after|on_error)$/],
]);
